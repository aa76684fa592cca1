#include "endoscopy/england.h"

namespace quarterdeck::programmes::endoscopy_england {

std::vector<EnglandPillar> pillars() {
    return {{.title = {"Endoscopy", "Endosgopi"}, .professions = {{"Gastroenterology", "Gastroenteroleg"}}}};
}

}  // namespace quarterdeck::programmes::endoscopy_england
