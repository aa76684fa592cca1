#pragma once

#include "quarterdeck/population.h"

/// Who works in the physical and physiological sciences, with the doctors whom the same services need.
/// Laboratory sciences belong to pathology and genomics.
namespace quarterdeck::programmes::healthcare_science_staff {

// Physical sciences and radiotherapy.
Population therapeutic_radiographers();
Population oncologists();
Population medical_physics();
Population biomedical_engineering();

// Physiological sciences.
Population cardiac_respiratory_physiology();
Population cardiologists();
Population respiratory_physicians();
Population neurophysiology();
Population neurophysiologists();
Population audiology();
Population ent_doctors();

// Together.
Population radiotherapy();
Population physical_sciences();
Population cardiac_vascular_respiratory_sleep();
Population clinical_neurophysiology();
Population audiology_ent();
Population scientists();  ///< everybody but doctors
Population doctors();     ///< those of the published age profile: all but ear, nose and throat
Population workforce();

}  // namespace quarterdeck::programmes::healthcare_science_staff
