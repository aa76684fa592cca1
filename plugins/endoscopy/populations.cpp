#include "endoscopy/populations.h"

namespace quarterdeck::programmes::endoscopy_staff {

Population nurses() {
    return {
        .id = "nurses",
        .version = "2023.1",
        .title = {"Endoscopy nursing workforce", "Gweithlu nyrsio endosgopi"},
        .definition = {"Endoscopy nurses and their support staff: area of work Endoscopy with staff group Nursing and "
                       "Midwifery Registered or Additional Clinical Services. There is no occupation code for them.",
                       "Nyrsys endosgopi a'u staff cymorth: maes gwaith Endoscopy gyda grŵp staff Nursing and "
                       "Midwifery Registered neu Additional Clinical Services. Nid oes cod galwedigaeth ar eu "
                       "cyfer."},
        .rule = is(Field::area_of_work, {"Endoscopy"}) &&
                is(Field::staff_group, {"Nursing and Midwifery Registered", "Additional Clinical Services"})};
}

}  // namespace quarterdeck::programmes::endoscopy_staff
