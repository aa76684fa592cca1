# quarterdeck_npm_packages(FROM TO COMMENT): fetches what FROM/package-lock.json names into TO, once for each change of
# the package files, and then makes the file TO/packages. Nothing is written into FROM.
function(quarterdeck_npm_packages from to comment)
  file(MAKE_DIRECTORY ${to})
  set(package_files ${from}/package.json ${from}/package-lock.json)
  add_custom_command(
    OUTPUT ${to}/packages
    DEPENDS ${package_files}
    COMMAND ${CMAKE_COMMAND} -E copy ${package_files} ${to}
    COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${to}/packages
    WORKING_DIRECTORY ${to}
    COMMENT ${comment}
    VERBATIM)
endfunction()
