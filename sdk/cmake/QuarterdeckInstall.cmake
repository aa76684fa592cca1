# What `cmake --install` puts into a prefix: the host with its plugins and templates, and the SDK. Programs find what
# belongs to them by their own place, so the prefix can be moved.
include(CMakePackageConfigHelpers)

set(cmake_folder lib/cmake/Quarterdeck)
set(sdk_folder share/quarterdeck/sdk)

install(TARGETS quarterdeck RUNTIME DESTINATION bin)
install(TARGETS quarterdeck-worker quarterdeck-solver quarterdeck-workbook-reader RUNTIME DESTINATION lib/quarterdeck)
install(TARGETS quarterdeck-postgresql LIBRARY DESTINATION lib/quarterdeck)
install(DIRECTORY ${CMAKE_BINARY_DIR}/share/quarterdeck/templates DESTINATION share/quarterdeck)

# Header files alone make a plugin; its tests link the host's own engine.
set(engine quarterdeck-process quarterdeck-extract quarterdeck-validate quarterdeck-snapshot quarterdeck-query
  quarterdeck-disclosure quarterdeck-described)
set_target_properties(quarterdeck-sdk PROPERTIES EXPORT_NAME plugin)
set_target_properties(quarterdeck-testing PROPERTIES EXPORT_NAME testing)
install(TARGETS quarterdeck-sdk EXPORT plugin INCLUDES DESTINATION include)
install(TARGETS quarterdeck-testing ${engine} EXPORT testing ARCHIVE DESTINATION lib)
install(EXPORT plugin NAMESPACE Quarterdeck:: FILE QuarterdeckPluginTarget.cmake DESTINATION ${cmake_folder})
install(EXPORT testing NAMESPACE Quarterdeck:: FILE QuarterdeckTestingTargets.cmake DESTINATION ${cmake_folder})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/sdk/include/quarterdeck DESTINATION include)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/sdk/schemas ${PROJECT_SOURCE_DIR}/sdk/template DESTINATION ${sdk_folder})
install(FILES ${PROJECT_SOURCE_DIR}/sdk/README.md ${PROJECT_SOURCE_DIR}/sdk/ABI.md DESTINATION ${sdk_folder})

configure_package_config_file(${PROJECT_SOURCE_DIR}/sdk/cmake/QuarterdeckConfig.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/QuarterdeckConfig.cmake INSTALL_DESTINATION ${cmake_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/QuarterdeckConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(
  FILES
    ${CMAKE_CURRENT_BINARY_DIR}/QuarterdeckConfig.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/QuarterdeckConfigVersion.cmake
    ${PROJECT_SOURCE_DIR}/sdk/cmake/QuarterdeckEmbed.cmake
    ${PROJECT_SOURCE_DIR}/sdk/cmake/QuarterdeckPlugin.cmake
    ${PROJECT_SOURCE_DIR}/sdk/cmake/plugin-exports.map
  DESTINATION ${cmake_folder})
