#include "endoscopy/endoscopy.h"

#include "common/appendix_table.h"
#include "common/england.h"
#include "common/key_figures.h"
#include "common/movement.h"
#include "common/plan.h"
#include "common/profiles.h"
#include "common/training.h"
#include "endoscopy/england.h"
#include "endoscopy/outlook.h"
#include "endoscopy/populations.h"
#include "endoscopy_actions.h"

namespace quarterdeck::programmes {
namespace {

using endoscopy_staff::nurses;

Metric nursing() {
    return appendix_table({
        .id = "nursing",
        .title = {"Endoscopy nursing workforce", "Gweithlu nyrsio endosgopi"},
        .definition = {"Nursing staff in post in endoscopy at the snapshot date, by pay band.",
                       "Staff nyrsio mewn swydd ym maes endosgopi ar ddyddiad y ciplun, yn ôl band cyflog."},
        .population = nurses(),
        .groups = {{.id = "nursing", .label = {"Nursing - Endoscopy", "Nyrsio – Endosgopi"}, .rows = bands(nurses())}},
    });
}

std::vector<Area> science_areas() {
    return {{{"Endoscopy Nurses", "Nyrsys Endosgopi"}, nurses()}};
}

Metric nurses_by_age() {
    return age_profile_science({
        .title = {"Age profile: endoscopy nurses", "Proffil oedran: nyrsys endosgopi"},
        .population = nurses(),
        .areas = science_areas(),
    });
}

Metric nurses_by_band() {
    return skill_mix({
        .title = {"Skill mix: endoscopy nurses", "Cymysgedd sgiliau: nyrsys endosgopi"},
        .population = nurses(),
        .areas = science_areas(),
    });
}

std::vector<Metric> metrics() {
    std::vector<Metric> all{
        key_figures(nurses()),
        growth(nurses()),
        movement(nurses()),
        movement_fte(nurses()),
        turnover(nurses(), DoctorsInTraining::no),
        nursing(),
        nurses_by_age(),
        nurses_by_band(),
        cct_output("gastroenterology", {"Gastroenterology", "Gastroenteroleg"}),
        england_staff_in_post(endoscopy_england::pillars()),
    };
    for (Metric& metric : outlook_metrics(endoscopy_outlook::plan())) all.push_back(std::move(metric));
    return all;
}

}  // namespace

Programme endoscopy() {
    return {
        .id = "endoscopy",
        .version = "1.0.0",
        .title = {"Endoscopy", "Endosgopi"},
        .metrics = metrics(),
        .actions = plan("E", {endoscopy_actions}),
    };
}

}  // namespace quarterdeck::programmes
