#include "sample_report.h"

namespace quarterdeck::render {
namespace {

Figure number(std::int64_t units, int places = 0) {
    return Decimal{units, places};
}

TableRow staff_row(const std::string& id, const Text& group, const Text& band, std::vector<Figure> figures,
                   bool total = false) {
    return {id, {group, band}, std::move(figures), total};
}

Action sample_action() {
    Action action;
    action.id = "1.1";
    action.title = {"Widen the apprenticeship offer", "Ehangu'r cynnig prentisiaethau"};
    action.theme = {"Attraction and recruitment", "Denu a recriwtio"};
    action.lead = "HEIW";
    action.due = "2024-25Q2";
    action.areas = "All";
    return action;
}

report::Provenance sample_provenance() {
    report::Provenance provenance;
    provenance.host_version = "0.1.0";
    provenance.template_id = "appendix-tables";
    provenance.template_version = "1";
    provenance.hidden = {40, 3, 6};
    disclosure::PublishedCertificate certificate;
    certificate.solver = "CBC 2.10.8";
    certificate.cells = 35;
    certificate.primary = 3;
    certificate.dependent = 2;
    certificate.secondary = 1;
    certificate.cost = certificate.bound = 100;
    provenance.certificate = certificate;
    provenance.files = {{"assignments/2023-03-31.csv", std::string(64, 'a'), 2048, 1234}};
    provenance.plugins = {{"pathology", "1.0.0", {"Pathology", "Patholeg"}, "pathology.so", std::string(64, 'b')}};
    provenance.populations = {{"pathology",
                               "pathology_staff",
                               "2023.1",
                               {"Pathology staff", "Staff patholeg"},
                               {"Healthcare scientists with an occupation code of pathology.",
                                "Gwyddonwyr gofal iechyd â chod galwedigaeth patholeg."}}};
    provenance.left_out = {{"bank-or-honorary", 12}};
    provenance.findings = {{"fte-not-a-number",
                            validate::Consequence::left_out,
                            "contracted_fte is not a number from 0 to 2",
                            "Correct it in the extract.",
                            1,
                            {{"assignments/2023-03-31.csv", 412, "contracted_fte"}}}};
    provenance.rows_read = 1234;
    provenance.rows_counted = 1221;
    return provenance;
}

}  // namespace

Text same(const std::string& words) {
    return {words, words};
}

disclosure::ProtectedTable publishable(Table table) {
    return disclosure::Protector(disclosure::Policy{}).adopt(std::move(table));
}

Table staff_table() {
    const Text blood{"Healthcare Scientists – Blood", "Gwyddonwyr Gofal Iechyd – Gwaed"};
    const Text medical{"Medical", "Meddygol"};
    Table table;
    table.labels = {{"staff_group", {"Staff group", "Grŵp staff"}}, {"band", {"Band", "Band"}}};
    table.columns = {{"headcount", {"Headcount", "Nifer y staff"}, 0, false},
                     {"fte", {"FTE", "CALl"}, 2, false},
                     {"female_percent", {"Female", "Benyw"}, 1, true}};
    table.rows = {
        staff_row("blood_7", blood, same("Band 7/8a/8b"), {number(1276), number(126218, 2), number(674, 1)}),
        staff_row("blood_8c", blood, same("Band 8c/8d/9"),
                  {Marker::confidential, Marker::confidential, Marker::confidential}),
        staff_row("consultant", medical, {"Consultant", "Ymgynghorydd"},
                  {number(0), number(0, 2), Marker::not_applicable}),
        staff_row("total", {"Total", "Cyfanswm"}, {}, {number(1279), number(126418, 2), number(675, 1)}, true)};
    return table;
}

Table age_table() {
    Table table;
    table.labels = {{"area", {"Area", "Maes"}}};
    const std::vector<std::string> ages{"25 and under", "26-35", "36-45", "46-55", "56 and over"};
    for (std::size_t i = 0; i < ages.size(); ++i)
        table.columns.push_back({"age_" + std::to_string(i), same(ages[i]), 0, true});
    table.rows = {
        {"radiology", {{"Radiology", "Radioleg"}}, {number(2), number(28), number(33), number(24), number(13)}, false},
        {"genomics",
         {{"Genomics", "Genomeg"}},
         {number(10), Marker::confidential, number(30), Marker::confidential, number(20)},
         false},
        {"cardiac",
         {{"Cardiac physiology", "Ffisioleg y galon"}},
         {number(12), number(31), number(25), number(22), number(10)},
         false}};
    return table;
}

report::TableBlock staff_block() {
    return {
        "pathology-workforce",
        "pathology",
        "workforce",
        {"Pathology", "Patholeg"},
        {"Staff in post in pathology on the reporting date.", "Staff mewn swydd ym maes patholeg ar y dyddiad adrodd."},
        {"Headcount: people; FTE: full-time equivalents", "Nifer y staff: pobl; CALl: cyfwerth ag amser llawn"},
        {{"Phlebotomists are counted with blood sciences.", "Caiff fflebotomyddion eu cyfrif gyda gwyddorau gwaed."}},
        publishable(staff_table()),
        {}};
}

report::TableBlock age_block() {
    Chart chart;
    chart.title = {"Age profile of medical staff", "Proffil oedran staff meddygol"};
    chart.description = {"Bars show the share of each age band.", "Mae'r barrau'n dangos cyfran pob band oedran."};
    chart.series = {"age_0", "age_1", "age_2", "age_3", "age_4"};
    return {"age-profile",
            "",
            "age_profile_medical",
            {"Age profile of medical staff", "Proffil oedran staff meddygol"},
            {"Each person is in exactly one age band.", "Mae pob person mewn un band oedran yn union."},
            {"Per cent of headcount", "Canran o nifer y staff"},
            {},
            publishable(age_table()),
            chart};
}

report::Report sample_report() {
    report::Report report;
    report.id = "appendix-tables";
    report.title = {"Diagnostic programmes: appendix tables", "Rhaglenni diagnostig: tablau atodiad"};
    report.subtitle = {"Workforce of the national programmes", "Gweithlu'r rhaglenni cenedlaethol"};
    report.as_at = {2023, 3, 31};
    report.synthetic = true;
    report.draft = true;
    report.sections = {{"workforce",
                        {"Workforce", "Gweithlu"},
                        {"Staff in post by programme.", "Staff mewn swydd fesul rhaglen."},
                        {}},
                       {"plans", {"Plans", "Cynlluniau"}, {}, {}}};
    report.sections[0].blocks = {
        staff_block(), age_block(),
        report::MissingBlock{"endoscopy-nursing",
                             "endoscopy",
                             "nursing",
                             {"Endoscopy nursing", "Nyrsio endosgopi"},
                             {"The plugin did not reply in time.", "Ni wnaeth yr ategyn ymateb mewn pryd."}}};
    report.sections[1].blocks = {
        report::ActionsBlock{"imaging-plan", "imaging", {"Imaging plan", "Cynllun delweddu"}, {sample_action()}}};
    report.provenance = sample_provenance();
    return report;
}

report::TemplateFolder sample_folder() {
    report::TemplateFolder folder;
    folder.folder = QUARTERDECK_TEMPLATES "/no-such-template";
    folder.id = "sample";
    folder.version = "1";
    folder.locale = report::Locale::read(QUARTERDECK_TEMPLATES "/locale");
    return folder;
}

}  // namespace quarterdeck::render
