"""A small directory of staff records for the plugin that these tests write."""
import os

# Eight people in audiology; the last has two posts.
HEADER = ("snapshot_date,organisation,host_organisation,person_id_national,employee_number,assignment_number,"
          "primary_assignment,assignment_status,assignment_category,contract_type,staff_group,occupation_code,job_role,"
          "area_of_work,pay_band,contracted_fte,gender,date_of_birth,start_date,end_date,leaving_reason")
POSTS = [("P1", "Band 5", "1.0"), ("P2", "Band 5", "0.6"), ("P3", "Band 6", "1.0"), ("P4", "Band 6", "0.5"),
         ("P5", "Band 6", "0.5"), ("P6", "Band 3", "1.0"), ("P7", "Band 8a", "1.0"), ("P8", "Band 8a", "0.4"),
         ("P8", "Band 7", "0.4")]


def write_records(folder):
    os.makedirs(os.path.join(folder, "assignments"))
    with open(os.path.join(folder, "assignments", "march.csv"), "w", encoding="utf-8") as file:
        print(HEADER, file=file)
        for number, (person, band, fte) in enumerate(POSTS):
            primary = "No" if number > 0 and POSTS[number - 1][0] == person else "Yes"
            print(f"2023-03-31,7A1,,{person},{person},A{number},{primary},Active Assignment,Permanent,Permanent,"
                  f"Healthcare Scientists,U0F,Audiologist,Audiology,{band},{fte},Female,1980-01-01,2015-04-01,"
                  "4712-12-31,", file=file)
