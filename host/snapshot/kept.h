#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/input.h"

namespace quarterdeck::snapshot {

/// What the staff records of a data directory came to, without its other files.
struct Staff {
    Input input;                    ///< findings: those about files as a whole
    validate::Findings about_rows;  ///< those that follow them
};

/// Snapshots in a file, so that the second report of a day needn't read the records again. The file holds personal
/// data: it belongs to the user alone (mode 0600). One file for each data directory, its dates and whether people are
/// followed; a newer one takes its place.
class KeptSnapshots {
public:
    /// `version` is of the program. Makes the folder, for the user alone. Throws `Refusal` when it can't be made or
    /// written.
    KeptSnapshots(const std::filesystem::path& folder, std::filesystem::path data, std::vector<Date> dates,
                  Trails trails, std::string_view version);

    /// What was kept of exactly these files, given by their paths in the data directory. Nothing where there is none,
    /// where a file has changed since, and where what was kept is damaged, is another version's or is open to others:
    /// it is never trusted then. Reads the files through once for their checksums.
    std::optional<Staff> find(const std::vector<std::string>& paths, std::size_t threads) const;

    /// Keeps it for the next run. What goes wrong, for instance a full disk, costs nothing but that.
    void keep(const Staff& staff) const;

    const std::filesystem::path& file() const { return file_; }

private:
    std::string header(const std::vector<SourceFile>& files) const;

    std::filesystem::path data_;
    std::vector<Date> dates_;
    Trails trails_;
    std::string version_;
    std::filesystem::path file_;
};

}  // namespace quarterdeck::snapshot
