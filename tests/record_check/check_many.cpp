#include <iostream>
#include <nlohmann/json.hpp>

#include "record_check/check.h"
#include "snapshot/input.h"

/// Checks the data directories that standard input names, one a line, and prints the findings of each as one line of
/// JSON: what `quarterdeck check --json` finds, without starting a program for each.
int main() {
    using namespace quarterdeck;
    for (std::string directory; std::getline(std::cin, directory);) {
        snapshot::Input input = snapshot::check_input(directory);
        bool refused = false;
        for (const validate::Finding& finding : input.findings)
            refused = refused || finding.consequence == validate::Consequence::refused;
        if (!refused)
            for (validate::Finding& finding : record_check::check(directory))
                input.findings.push_back(std::move(finding));
        nlohmann::ordered_json findings = nlohmann::ordered_json::array();
        for (const validate::Finding& finding : input.findings) {
            nlohmann::ordered_json lines = nlohmann::ordered_json::array();
            for (const validate::Place& place : finding.places) lines.push_back(place.line);
            findings.push_back({{"rule", finding.rule}, {"what", finding.what}, {"lines", lines}});
        }
        std::cout << findings.dump() << '\n';
    }
}
