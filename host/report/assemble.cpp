#include "report/assemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "report/board_assembly.h"
#include "report/nearest.h"
#include "report/selection.h"

namespace quarterdeck::report {
namespace {

using Kind = BlockRequest::Kind;

/// A metric whose table is there.
struct Finished {
    MetricKey key;
    const Metric& metric;
    const disclosure::ProtectedTable& table;
};

bool empty(const Text& text) {
    return text.en.empty();
}

std::string anchor_of(std::string name) {
    for (char& c : name)
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) c = '-';
    return name;
}

/// Fills one report from a template.
class Assembly {
public:
    Assembly(const TemplateFolder& folder, const Material& material, disclosure::Protector& protector)
        : folder_(folder),
          material_(material),
          protector_(protector),
          selection_(folder, material.programmes, material.missing_programmes),
          board_(folder, material) {
        for (const SectionRequest& section : folder.sections) {
            anchors_.insert(section.id);
            for (const BlockRequest& block : section.blocks) anchors_.insert(block.id);
        }
    }

    Report report() {
        Report report;
        report.id = folder_.id;
        report.title = folder_.title;
        report.subtitle = folder_.subtitle;
        for (const SectionRequest& request : folder_.sections) {
            blocks_.clear();
            for (const BlockRequest& block : request.blocks) add(block);
            tell_equal_titles_apart();
            report.sections.push_back(
                {request.id, request.title, request.introduction, std::move(blocks_), request.summary});
        }
        report.draft = missing_;
        return report;
    }

private:
    void add(const BlockRequest& request) {
        const std::vector<Finished> finished = finished_metrics(request);
        if (!finished.empty()) {
            if (request.kind == Kind::stack) add_stack(request, finished);
            if (request.kind == Kind::totals) add_totals(request, finished);
            if (request.kind == Kind::metric || request.kind == Kind::tag)
                for (const Finished& one : finished) add_table(request, one);
        }
        for (const std::string& programme : selection_.plans(request)) add_plan(request, programme);
        if (std::optional<BoardBlock> block = board_.block(request)) {
            block->id = anchor(request, request.of);
            blocks_.push_back(std::move(*block));
        }
        add_missing(request);
    }

    std::vector<Finished> finished_metrics(const BlockRequest& request) const {
        std::vector<Finished> finished;
        for (const MetricKey& key : selection_.metrics(request)) {
            const Metric* metric = selection_.metric(key);
            const auto table = material_.tables.find(key);
            if (metric != nullptr && table != material_.tables.end()) finished.push_back({key, *metric, table->second});
        }
        return finished;
    }

    void add_table(const BlockRequest& request, const Finished& one) {
        blocks_.push_back(TableBlock{.id = anchor(request, one.key.programme + "-" + one.key.metric),
                                     .programme = one.key.programme,
                                     .metric = one.key.metric,
                                     .title = empty(request.title) ? one.metric.title : request.title,
                                     .definition = one.metric.definition,
                                     .unit = one.metric.unit,
                                     .notes = one.metric.notes,
                                     .table = one.table,
                                     .chart = one.metric.chart});
    }

    void add_stack(const BlockRequest& request, const std::vector<Finished>& finished) {
        expect_equal_columns(request, finished);
        std::vector<disclosure::ProtectedTable> tables;
        for (const Finished& one : finished) {
            if (one.table.labels() != finished.front().table.labels())
                selection_.refuse(request, fmt::format("{} and {} have different label columns, so they can't stand "
                                                       "in one table.",
                                                       finished.front().key.text(), one.key.text()));
            tables.push_back(one.table);
        }
        TableBlock block = joined(request, finished, protector_.stack(tables));
        block.chart = finished.front().metric.chart;
        if (block.chart) {
            block.chart->title = block.title;
            if (!empty(request.definition)) block.chart->description = request.definition;
        }
        blocks_.push_back(std::move(block));
    }

    void add_totals(const BlockRequest& request, const std::vector<Finished>& finished) {
        expect_equal_columns(request, finished);
        const std::vector<std::size_t> columns = chosen_columns(request, finished.front().table.columns());
        Table all;
        all.labels.push_back({"table", folder_.locale.text("common.table")});
        for (const std::size_t column : columns) all.columns.push_back(finished.front().table.columns()[column]);
        for (const Finished& one : finished) {
            const disclosure::ProtectedTable totals = protector_.totals(one.table);
            if (totals.rows().size() != 1)
                selection_.refuse(request,
                                  fmt::format("{} has {} total rows, where one is expected to join a table of totals.",
                                              one.key.text(), totals.rows().size()));
            TableRow row{anchor_of(one.key.text()), {one.metric.title}, {}, false};
            for (const std::size_t column : columns) row.figures.push_back(totals.rows().front().figures[column]);
            all.rows.push_back(std::move(row));
        }
        TableBlock block = joined(request, finished, protector_.adopt(std::move(all)));
        block.notes.clear();  // they are about rows that aren't here
        blocks_.push_back(std::move(block));
    }

    TableBlock joined(const BlockRequest& request, const std::vector<Finished>& finished,
                      disclosure::ProtectedTable table) {
        const Metric& first = finished.front().metric;
        TableBlock block{.id = anchor(request, request.of),
                         .programme = {},
                         .metric = request.of,
                         .title = empty(request.title) ? first.title : request.title,
                         .definition = empty(request.definition) ? first.definition : request.definition,
                         .unit = first.unit,
                         .notes = {},
                         .table = std::move(table),
                         .chart = {}};
        for (const Finished& one : finished)
            for (const Text& note : one.metric.notes)
                if (std::find(block.notes.begin(), block.notes.end(), note) == block.notes.end())
                    block.notes.push_back(note);
        return block;
    }

    void expect_equal_columns(const BlockRequest& request, const std::vector<Finished>& finished) const {
        const Finished& first = finished.front();
        for (const Finished& one : finished)
            if (one.table.columns() != first.table.columns())
                selection_.refuse(request, fmt::format("{} and {} have different columns, so they can't stand in one "
                                                       "table.",
                                                       first.key.text(), one.key.text()));
    }

    std::vector<std::size_t> chosen_columns(const BlockRequest& request, const std::vector<Column>& columns) const {
        std::vector<std::string> ids(columns.size());
        std::transform(columns.begin(), columns.end(), ids.begin(), [](const Column& column) { return column.id; });
        std::vector<std::size_t> chosen;
        for (const std::string& id : request.columns.empty() ? ids : request.columns) {
            const auto found = std::find(ids.begin(), ids.end(), id);
            if (found == ids.end())
                selection_.refuse(request, fmt::format("there is no column \"{}\"{} The columns are {}.", id,
                                                       nearest_hint(id, ids), fmt::join(ids, ", ")));
            chosen.push_back(static_cast<std::size_t>(found - ids.begin()));
        }
        return chosen;
    }

    void add_plan(const BlockRequest& request, const std::string& id) {
        const Programme* programme = selection_.programme(id);
        if (programme == nullptr) return add_gap(request, {id, {}}, {id, id}, material_.missing_programmes.at(id));
        if (request.kind == Kind::form) {
            BoardBlock block = board_.form(request, *programme);
            block.id = anchor(request, "form-" + id);
            return blocks_.push_back(std::move(block));
        }
        ActionsBlock block{.id = anchor(request, "plan-" + id),
                           .programme = id,
                           .title = empty(request.title) ? programme->title : request.title,
                           .actions = programme->actions};
        if (material_.reported) {
            block.quarter = material_.reported->quarter;
            for (const Action& action : block.actions) block.states.push_back(material_.reported->state(id, action.id));
            if (const returns::Return* content = material_.reported->find(id)) block.language = content->language;
            block.translations = board_.translations();
        }
        blocks_.push_back(std::move(block));
    }

    /// A block in place of each table that isn't there, and of each programme that couldn't say what it has.
    void add_missing(const BlockRequest& request) {
        for (const MetricKey& key : selection_.metrics(request)) {
            if (material_.tables.contains(key)) continue;
            const Metric* metric = selection_.metric(key);
            if (const auto reason = material_.missing_metrics.find(key); reason != material_.missing_metrics.end())
                add_gap(request, key, metric != nullptr ? metric->title : Text{key.text(), key.text()}, reason->second);
            else if (const auto gone = material_.missing_programmes.find(key.programme);
                     gone != material_.missing_programmes.end())
                add_gap(request, key, {key.text(), key.text()}, gone->second);
            else
                throw std::logic_error("the material holds neither the table " + key.text() + " nor why it is missing");
        }
        for (const std::string& programme : selection_.unheard(request))
            add_gap(request, {programme, {}}, {programme, programme}, material_.missing_programmes.at(programme));
    }

    void add_gap(const BlockRequest& request, const MetricKey& key, const Text& title, const Text& reason) {
        missing_ = true;
        blocks_.push_back(MissingBlock{.id = anchor(request, "missing-" + key.programme + "-" + key.metric),
                                       .programme = key.programme,
                                       .metric = key.metric,
                                       .title = empty(request.title) ? title : request.title,
                                       .reason = reason});
    }

    /// The request's own anchor for its first block, else one made from `name` that no other block has.
    std::string anchor(const BlockRequest& request, const std::string& name) {
        if (!request.id.empty() && used_ids_.insert(request.id).second) return request.id;
        const std::string plain = anchor_of(name);
        std::string unique = plain;
        for (std::size_t n = 2; !anchors_.insert(unique).second; ++n) unique = plain + "-" + std::to_string(n);
        return unique;
    }

    /// Programmes that give a table the same title have theirs added to it.
    void tell_equal_titles_apart() {
        std::map<std::string, int> uses;
        for (const Block& block : blocks_)
            if (const auto* table = std::get_if<TableBlock>(&block)) ++uses[table->title.en];
        for (Block& block : blocks_)
            if (auto* table = std::get_if<TableBlock>(&block); table != nullptr && uses[table->title.en] > 1)
                if (const Programme* programme = selection_.programme(table->programme)) {
                    table->title.en += ": " + programme->title.en;
                    table->title.cy += ": " + programme->title.cy;
                }
    }

    const TemplateFolder& folder_;
    const Material& material_;
    disclosure::Protector& protector_;
    Selection selection_;
    BoardAssembly board_;
    std::set<std::string> anchors_{anchors_of_the_page.begin(), anchors_of_the_page.end()};
    std::set<std::string> used_ids_;
    std::vector<Block> blocks_;
    bool missing_ = false;
};

}  // namespace

Report assemble(const TemplateFolder& folder, const Material& material, disclosure::Protector& protector) {
    return Assembly(folder, material, protector).report();
}

}  // namespace quarterdeck::report
