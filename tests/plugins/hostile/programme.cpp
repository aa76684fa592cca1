#include "hostile/hostile.h"

#include "quarterdeck/message.h"

namespace hostile {

using namespace quarterdeck;

std::string table() {
    return message::write(Table{.labels = {{"area", {"Area", "Maes"}}},
                                .columns = {{"headcount", {"Headcount", "Nifer y bobl"}}},
                                .rows = {{.id = "one", .labels = {{"One", "Un"}}, .figures = {Decimal{10, 0}}}}});
}

std::string description() {
    return message::write(Programme{.id = "hostile",
                                    .version = "1.0.0",
                                    .title = {"Hostile", "Gelyniaethus"},
                                    .metrics = {{.id = "table",
                                                 .title = {"Table", "Tabl"},
                                                 .definition = {"Definition", "Diffiniad"},
                                                 .unit = {"Unit", "Uned"},
                                                 .compute = [](const std::vector<Table>&) { return Table{}; }}}});
}

}  // namespace hostile
