# quarterdeck_embed(TARGET NAME FILE): makes the text of FILE available to TARGET as
# `inline constexpr std::string_view NAME` in the generated header "NAME.h". The file must be UTF-8 without NUL.
function(quarterdeck_embed target name file)
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE OUTPUT_VARIABLE source)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} text)
  string(CONCAT header
    "#pragma once\n\n#include <string_view>\n\n"
    "inline constexpr std::string_view ${name} = R\"embedded(${text})embedded\";\n")
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(GENERATE OUTPUT ${folder}/${name}.h CONTENT "${header}")
  target_include_directories(${target} PRIVATE ${folder})
endfunction()
