#include "standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "refusal.h"
#include "register/readiness.h"
#include "register/register.h"
#include "release/previous.h"

namespace quarterdeck {

namespace {

using returns::Edition;
using returns::Quarter;
using returns::Register;

std::string_view name_of(Edition::State state) {
    return returns::edition_state_names[static_cast<std::size_t>(state)];
}

std::string title_of(const Edition& edition) {
    return fmt::format("edition {} of {}, {}", edition.edition, edition.report, edition.quarter.text());
}

class Finding {
public:
    Finding(const ReportRequest& request, bool shows_returns)
        : request_(request), shows_returns_(shows_returns), quarter_(Quarter::of(request.as_at)) {}

    Standing standing() && {
        const ReleaseRequest& asked = request_.release;
        expect_sensible(asked);
        Edition& edition = standing_.edition;
        edition = {.report = request_.templates.front(),
                   .quarter = quarter_,
                   .state = asked.state,
                   .audience = asked.audience,
                   .by = asked.by,
                   .on = asked.on,
                   .embargo = asked.embargo,
                   .note = asked.note};
        take_previous();
        if (!request_.register_place.empty()) read_register();
        standing_.history = !request_.register_place.empty() || !asked.previous.empty() || asked.first_release;
        if (!standing_.history && !standing_.draft())
            throw Refusal(
                fmt::format("A release isn't {} without the releases before it: what they printed and hid decides what "
                            "this one may print. Name the register with --register, or their directories with "
                            "--previous; if there were none, say --first-release.",
                            name_of(edition.state)));
        if (edition.edition > 1 && !standing_.draft() && edition.note.empty())
            throw Refusal(
                fmt::format("This is {}, and a further edition says why there is one. Give the reason with "
                            "--note.",
                            title_of(edition)));
        return std::move(standing_);
    }

private:
    void expect_sensible(const ReleaseRequest& asked) const {
        const bool draft = asked.state == Edition::State::draft;
        if (!draft && !request_.protect)
            throw WrongUse(
                "With --disclosure none nothing is hidden, so the release stays a draft. Leave out --state.");
        if (!draft && asked.by.empty() && !asked.edition)
            throw WrongUse(fmt::format("A release is {} by somebody who answers for it. Name the role with --by.",
                                       name_of(asked.state)));
        if (asked.first_release && !asked.previous.empty())
            throw WrongUse(
                "--first-release says that nothing went out before, and --previous names what did. Leave "
                "out one of the two.");
        if (asked.edition && request_.register_place.empty())
            throw WrongUse("An edition is made again from the register that recorded it. Name it with --register.");
    }

    void take_previous() {
        for (const std::string& place : request_.release.previous) {
            release::PreviousRelease previous = release::read_previous(place);
            standing_.previous.push_back(previous.figures);
            add_earlier({place, std::move(previous.figures)});
            const auto& templates = request_.templates;
            const bool same = std::any_of(templates.begin(), templates.end(), [&](const std::string& name) {
                return std::find(previous.templates.begin(), previous.templates.end(), name) !=
                       previous.templates.end();
            });
            if (same && previous.as_at == request_.as_at)
                standing_.edition.edition = std::max(standing_.edition.edition, previous.edition + 1);
        }
    }

    void add_earlier(disclosure::EarlierRelease release) {
        for (const disclosure::EarlierRelease& known : standing_.earlier)
            if (known.figures == release.figures) return;
        standing_.earlier.push_back(std::move(release));
    }

    void read_register() {
        const Register filed = Register::open(request_.register_place, Register::WhenAbsent::refuse);
        std::int64_t known = filed.last_number();
        if (request_.release.edition) {
            make_again(filed);
            known = standing_.edition.known_up_to;
        }
        standing_.edition.known_up_to = known;
        for (const auto& [number, issued] : filed.issued(known)) {
            if (request_.release.first_release)
                throw WrongUse(
                    fmt::format("--first-release says that nothing went out before, and the register has "
                                "{}. Leave it out.",
                                title_of(issued)));
            for (const disclosure::PublishedFigures& figures : issued.figures) add_earlier({title_of(issued), figures});
        }
        for (const std::string& report : request_.templates) take_corrected(filed.editions(report, quarter_, known));
        if (!standing_.again && standing_.corrected)
            standing_.edition.edition = std::max(standing_.edition.edition, standing_.corrected->edition + 1);
        standing_.reported = filed.reported(quarter_, quarters_read, known);
        if (standing_.corrected)
            standing_.reported_then = filed.reported(quarter_, quarters_read, standing_.corrected->known_up_to);
        if (!standing_.draft() && !standing_.again) expect_ready(filed, known);
    }

    /// Of all reports of this release, the last issued edition is what it corrects.
    void take_corrected(const std::vector<Edition>& recorded) {
        for (const Edition& one : recorded) {
            if (one.state != Edition::State::issued) continue;
            if (standing_.corrected && standing_.corrected->edition >= one.edition) continue;
            standing_.corrected = one;
            standing_.corrected->figures.clear();
        }
    }

    /// All reports of a recorded release went out together, under one checksum.
    void make_again(const Register& filed) {
        for (const std::string& report : request_.templates) {
            Edition found = recorded_edition(filed, report);
            if (standing_.again && standing_.again->release_sha256 != found.release_sha256)
                throw Refusal(
                    fmt::format("{} and {} went out in different releases. Make each again by itself, with the "
                                "templates of then.",
                                title_of(*standing_.again), title_of(found)));
            if (!standing_.again) standing_.again = std::move(found);
        }
        standing_.edition = *standing_.again;
        standing_.edition.figures.clear();
    }

    Edition recorded_edition(const Register& filed, const std::string& report) const {
        const std::vector<Edition> recorded = filed.editions(report, quarter_);
        const int wanted = *request_.release.edition;
        const Edition* found = nullptr;
        for (const Edition& one : recorded)
            if (one.edition == wanted && (!request_.release.state_given || one.state == request_.release.state))
                found = &one;
        if (found != nullptr) return *found;
        throw Refusal(fmt::format(
            "The register has no {}edition {} of {} for {}; it has {}.",
            request_.release.state_given ? std::string(name_of(request_.release.state)) + " " : std::string(), wanted,
            report, quarter_.text(), listed(recorded)));
    }

    static std::string listed(const std::vector<Edition>& recorded) {
        std::string list;
        for (const Edition& one : recorded)
            list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", one.edition, name_of(one.state));
        return list.empty() ? "none" : list;
    }

    /// What goes out rests on returns that somebody stands behind, and what is issued was approved as it stands.
    void expect_ready(const Register& filed, std::int64_t known) const {
        std::vector<returns::Return> latest;
        for (returns::Return& one : filed.returns(quarter_, known)) {
            std::erase_if(latest, [&](const returns::Return& other) { return other.programme == one.programme; });
            latest.push_back(std::move(one));
        }
        if (shows_returns_) {
            const std::vector<std::string> faults = returns::not_ready(latest, *standing_.reported, request_.languages);
            if (!faults.empty())
                throw Refusal(
                    fmt::format("The release can't be {} yet. {}. Have each reviewed (`quarterdeck returns import`, "
                                "`quarterdeck returns approve`), then make the release again.",
                                name_of(standing_.edition.state), fmt::join(faults, "; ")));
        }
        if (standing_.edition.state == Edition::State::issued)
            for (const std::string& report : request_.templates)
                expect_approved(report, filed.editions(report, quarter_, known), latest);
    }

    void expect_approved(const std::string& report, const std::vector<Edition>& recorded,
                         const std::vector<returns::Return>& latest) const {
        const Edition* approved = nullptr;
        for (const Edition& one : recorded)
            if (one.state == Edition::State::approved && one.edition == standing_.edition.edition) approved = &one;
        Edition asked = standing_.edition;
        asked.report = report;
        if (approved == nullptr)
            throw Refusal(
                fmt::format("{} isn't approved yet. Make the release with --state approved and the role that "
                            "approves it first, then issue it.",
                            title_of(asked)));
        if (!shows_returns_) return;
        for (const returns::Return& one : latest)
            if (one.number > approved->known_up_to)
                throw Refusal(
                    fmt::format("{}: {} returned after it was approved. Have it approved again (--state "
                                "approved), then issue it.",
                                title_of(asked), one.programme));
    }

    static constexpr std::size_t quarters_read = 4;

    const ReportRequest& request_;
    bool shows_returns_;
    Quarter quarter_;
    Standing standing_;
};

}  // namespace

Standing standing_of(const ReportRequest& request, bool shows_returns) {
    return Finding(request, shows_returns).standing();
}

void expect_whole(const Standing& standing, const std::vector<std::string>& missing) {
    if (standing.draft() || missing.empty()) return;
    std::string text =
        fmt::format("The release can't be {}, because something is missing from it:", name_of(standing.edition.state));
    for (const std::string& sentence : missing) text += "\n" + sentence;
    throw Refusal(text);
}

void record(const ReportRequest& request, const Standing& standing, const disclosure::PublishedFigures& figures,
            const std::string& release_sha256) {
    if (standing.again) {
        if (standing.again->release_sha256 == release_sha256) return;
        throw Refusal(fmt::format(
            "{}: these inputs and programs don't give {} again: its release.json had the SHA-256 {}, and now has {}. "
            "Use the records, plugins, templates, languages and --previous of then.",
            request.out.string(), title_of(*standing.again), standing.again->release_sha256, release_sha256));
    }
    if (standing.draft() || request.register_place.empty()) return;
    std::vector<Edition> editions;
    for (const std::string& name : request.templates) {
        Edition edition = standing.edition;
        edition.report = name;
        edition.release_sha256 = release_sha256;
        if (editions.empty() && edition.state == Edition::State::issued) {
            edition.figures.push_back(figures);
            edition.figures.insert(edition.figures.end(), standing.previous.begin(), standing.previous.end());
        }
        editions.push_back(std::move(edition));
    }
    Register::open(request.register_place, Register::WhenAbsent::refuse).append(editions, standing.edition.known_up_to);
}

}  // namespace quarterdeck
