include(${CMAKE_CURRENT_LIST_DIR}/QuarterdeckEmbed.cmake)

# quarterdeck_add_plugin(NAME SOURCES file... [EMBED name=file...]): builds NAME.so, a plugin that depends on nothing
# but the C library. It exports quarterdeck_plugin and no other symbol, and every symbol is bound when it is loaded.
# EMBED makes the text of a file available as a std::string_view in the header "name.h".
# The file goes to QUARTERDECK_PLUGIN_DIRECTORY, or to the current binary directory where that isn't set.
function(quarterdeck_add_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 plugin "" "" "SOURCES;EMBED")
  if(NOT plugin_SOURCES OR plugin_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "quarterdeck_add_plugin(${name}): expected SOURCES file... [EMBED name=file...]")
  endif()

  set(exports ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin-exports.map)
  add_library(${name} MODULE ${plugin_SOURCES})
  target_link_libraries(${name} PRIVATE Quarterdeck::plugin)
  set_target_properties(${name} PROPERTIES
    PREFIX ""
    SUFFIX ".so"
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS ${exports})
  if(QUARTERDECK_PLUGIN_DIRECTORY)
    set_target_properties(${name} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${QUARTERDECK_PLUGIN_DIRECTORY})
  endif()
  target_link_options(${name} PRIVATE LINKER:--version-script=${exports} LINKER:-z,now)
  # The sanitizers' runtime stays in the program that loads the plugin, so symbols are left open for it.
  if(NOT QUARTERDECK_SANITIZE)
    target_link_options(${name} PRIVATE LINKER:-z,defs -static-libstdc++ -static-libgcc)
  endif()

  foreach(embedded IN LISTS plugin_EMBED)
    if(NOT embedded MATCHES "^([A-Za-z_][A-Za-z0-9_]*)=(.+)$")
      message(FATAL_ERROR "quarterdeck_add_plugin(${name}): EMBED takes name=file, not ${embedded}")
    endif()
    quarterdeck_embed(${name} ${CMAKE_MATCH_1} ${CMAKE_MATCH_2})
  endforeach()
endfunction()
