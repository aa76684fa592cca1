#include "render/board/board_html.h"

namespace quarterdeck::render {
namespace {

Shape texts() {
    return shape_list({"text"});
}

Shape cell() {
    return shape_names({"text", "rating", "arrow", "lang", "mark", "number"},
                       {{"more", shape_list({"text", "lang", "mark"})},
                        {"said", shape_list({"title", "text", "lang", "mark"})},
                        {"warnings", texts()}});
}

Shape cells() {
    Shape shape = cell();
    shape.list = true;
    return shape;
}

Shape form() {
    return shape_names({}, {{"lead", cell()},
                            {"rating", cell()},
                            {"before", cell()},
                            {"direction", cell()},
                            {"reason", cell()},
                            {"summary", cell()},
                            {"done", cell()},
                            {"planned", cell()},
                            {"tally", shape_list({"count", "rating", "text"})},
                            {"warnings", texts()},
                            {"words", shape_names({"rating", "before", "direction", "lead", "reason", "summary", "done",
                                                   "planned", "tally", "warning"})}});
}

Shape matrix() {
    return shape_names({"caption", "region_label", "about", "likelihood", "impact"},
                       {{"columns", shape_list({"title"})},
                        {"rows", shape_list({"title"}, {{"cells", shape_list({"text", "band"})}})}});
}

}  // namespace

Shape board_shape() {
    Shape chart = shape_names({"label"});
    chart.members.emplace("svg", Shape{.members = {}, .markup = true});
    const Shape table = shape_names(
        {"caption", "region_label"},
        {{"columns", shape_list({"title"})}, {"rows", shape_list({}, {{"head", cell()}, {"cells", cells()}})}});
    return shape_names(
        {"kind"},
        {{"form", form()},
         {"parts", shape_list({"heading", "empty", "details"},
                              {{"about", texts()}, {"table", table}, {"chart", chart}, {"matrix", matrix()}})}});
}

}  // namespace quarterdeck::render
