// Prints the rows of a CSV file for comparison with another reader: fields end with a unit separator, rows with a
// record separator.
#include <iostream>

#include "extract/csv.h"
#include "extract/mapped_file.h"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const quarterdeck::extract::MappedFile file(argv[1]);
    quarterdeck::extract::RowScanner scanner(file.text());
    quarterdeck::extract::Row row(100);
    while (scanner.next(row)) {
        for (std::size_t i = 0; i < row.size(); ++i) std::cout << row[i] << '\x1f';
        std::cout << '\x1e';
    }
    return scanner.fault() == quarterdeck::extract::CsvFault::none ? 0 : 1;
}
