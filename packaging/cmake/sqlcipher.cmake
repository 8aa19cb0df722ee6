# SQLCipher, linked statically into the store: the target countersign_sqlcipher.
#
# Taken from, in this order: a SQLCipher of this machine that is new enough (SQLCIPHER_ROOT, a CMake package, or
# pkg-config), -DSQLCIPHER_TARBALL=FILE, the local cache, npm. Why these versions and why this tarball:
# core/decisions/0003-sqlcipher-from-a-pinned-tarball.md.
set(SQLCIPHER_ROOT "" CACHE PATH "Prefix of a SQLCipher >= 4.14 to use instead of the pinned source")
set(SQLCIPHER_TARBALL "" CACHE FILEPATH "The pinned source package, when it is already at hand")

set(sqlcipher_package "@journeyapps/sqlcipher@6.0.0")
set(sqlcipher_file journeyapps-sqlcipher-6.0.0.tgz)
string(CONCAT sqlcipher_sha512 "626592408478727bfee4bdfc9582684bf74817ff9b11905a0020136de4f2ab85"
                               "ca8cc1dcc5d22516712504b888a9af6bc2c78e222988623b9d80e382a2fb9ddd")

set(sqlcipher_needs OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS})
if(UNIX)
  list(APPEND sqlcipher_needs m)
endif()

# What every user of the library sees: a static library, its header, and nothing of it exported from the program.
function(countersign_sqlcipher_interface HEADERS)
  target_include_directories(countersign_sqlcipher SYSTEM INTERFACE ${HEADERS})
  target_compile_definitions(countersign_sqlcipher INTERFACE SQLITE_HAS_CODEC)
  target_link_libraries(countersign_sqlcipher INTERFACE ${sqlcipher_needs})
endfunction()

# Sets OUT when LIBRARY with HEADERS is new enough and built as the store needs it: compiled and asked, not assumed.
function(countersign_sqlcipher_answers OUT HEADERS LIBRARY)
  try_run(ran built ${CMAKE_BINARY_DIR}/sqlcipher_probe ${CMAKE_SOURCE_DIR}/packaging/cmake/sqlcipher_probe.c
    CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${HEADERS}"
    LINK_LIBRARIES ${LIBRARY} ${sqlcipher_needs})
  if(built AND ran EQUAL 0)
    set(${OUT} TRUE PARENT_SCOPE)
  else()
    set(${OUT} FALSE PARENT_SCOPE)
  endif()
endfunction()

function(countersign_sqlcipher_from_system)
  find_package(sqlcipher CONFIG QUIET)
  pkg_check_modules(PC_SQLCIPHER QUIET sqlcipher)
  find_path(SQLCIPHER_HEADERS sqlite3.h PATH_SUFFIXES sqlcipher NO_CACHE NO_DEFAULT_PATH
    HINTS ${SQLCIPHER_ROOT}/include ${PC_SQLCIPHER_INCLUDE_DIRS} PATHS /usr/include/sqlcipher)
  find_library(SQLCIPHER_LIBRARY NAMES libsqlcipher.a libsqlite3.a sqlcipher NO_CACHE
    HINTS ${SQLCIPHER_ROOT}/lib ${PC_SQLCIPHER_LIBRARY_DIRS})
  if(TARGET sqlcipher::sqlcipher)
    set(SQLCIPHER_LIBRARY sqlcipher::sqlcipher)
    get_target_property(SQLCIPHER_HEADERS sqlcipher::sqlcipher INTERFACE_INCLUDE_DIRECTORIES)
  endif()
  if(NOT SQLCIPHER_HEADERS OR NOT SQLCIPHER_LIBRARY)
    return()
  endif()
  countersign_sqlcipher_answers(fits "${SQLCIPHER_HEADERS}" ${SQLCIPHER_LIBRARY})
  if(fits)
    message(STATUS "SQLCipher: ${SQLCIPHER_LIBRARY}")
    add_library(countersign_sqlcipher INTERFACE)
    target_link_libraries(countersign_sqlcipher INTERFACE ${SQLCIPHER_LIBRARY})
    countersign_sqlcipher_interface("${SQLCIPHER_HEADERS}")
  else()
    message(STATUS "SQLCipher: ${SQLCIPHER_LIBRARY} is too old or lacks FTS5; taking the pinned source")
  endif()
endfunction()

# Sets OUT to the verified tarball.
function(countersign_sqlcipher_tarball OUT)
  set(cache $ENV{COUNTERSIGN_CACHE})
  if(NOT cache)
    file(REAL_PATH "~/.cache/countersign" cache EXPAND_TILDE)
  endif()
  set(tarball ${cache}/${sqlcipher_file})
  if(SQLCIPHER_TARBALL)
    set(tarball ${SQLCIPHER_TARBALL})
  elseif(NOT EXISTS ${tarball})
    find_program(NPM npm REQUIRED)
    file(MAKE_DIRECTORY ${cache})
    file(LOCK ${cache} DIRECTORY GUARD FUNCTION)
    message(STATUS "SQLCipher: fetching ${sqlcipher_package}")
    execute_process(COMMAND ${NPM} pack --silent --ignore-scripts --pack-destination ${cache} ${sqlcipher_package}
      WORKING_DIRECTORY ${cache} OUTPUT_QUIET RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "npm could not fetch ${sqlcipher_package}. Give the file with -DSQLCIPHER_TARBALL=FILE.")
    endif()
  endif()
  file(SHA512 ${tarball} found)
  if(NOT found STREQUAL sqlcipher_sha512)
    message(FATAL_ERROR "${tarball} is not the pinned ${sqlcipher_package}: its SHA-512 differs. Remove it.")
  endif()
  set(${OUT} ${tarball} PARENT_SCOPE)
endfunction()

function(countersign_sqlcipher_from_source)
  set(unpacked ${CMAKE_BINARY_DIR}/sqlcipher)
  set(source ${unpacked}/package/deps/sqlcipher-amalgamation)
  if(NOT EXISTS ${source}/sqlite3.c)
    countersign_sqlcipher_tarball(tarball)
    file(ARCHIVE_EXTRACT INPUT ${tarball} DESTINATION ${unpacked}
      PATTERNS package/deps/sqlcipher-amalgamation package/LICENSE)
  endif()
  message(STATUS "SQLCipher: ${sqlcipher_package}")
  add_library(countersign_sqlcipher STATIC ${source}/sqlite3.c)
  # Everything kept in memory that would otherwise be a plain temporary file (TEMP_STORE=3), deleted content overwritten,
  # no string literals in double quotes, no loading of code; the two hooks are how SQLCipher >= 4.7 starts and stops.
  target_compile_definitions(countersign_sqlcipher PRIVATE
    SQLCIPHER_CRYPTO_OPENSSL SQLITE_EXTRA_INIT=sqlcipher_extra_init SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown
    SQLITE_HAS_CODEC SQLITE_TEMP_STORE=3 SQLITE_THREADSAFE=1 SQLITE_ENABLE_FTS5 SQLITE_SECURE_DELETE SQLITE_DQS=0
    SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DEPRECATED SQLITE_LIKE_DOESNT_MATCH_BLOBS
    HAVE_STDINT_H=1 $<$<NOT:$<PLATFORM_ID:Windows>>:HAVE_USLEEP=1>
    # A log that is written over in place has no new length or place to be kept: then its bytes alone are synced.
    $<$<PLATFORM_ID:Linux>:HAVE_FDATASYNC=1>)
  countersign_sqlcipher_interface(${source})
  target_link_libraries(countersign_sqlcipher PRIVATE OpenSSL::Crypto)
  set_target_properties(countersign_sqlcipher PROPERTIES C_VISIBILITY_PRESET hidden)
  if(MSVC)
    target_compile_options(countersign_sqlcipher PRIVATE /w)
  else()
    # -O2 in every build: it is a minute of work, and ccache then serves all build folders from one result.
    target_compile_options(countersign_sqlcipher PRIVATE -w -O2 -fno-strict-aliasing -fstack-protector-strong
      $<$<C_COMPILER_ID:Clang,AppleClang>:-fno-sanitize=undefined>)
  endif()
  if(CCACHE)
    set_target_properties(countersign_sqlcipher PROPERTIES C_COMPILER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;CCACHE_BASEDIR=${CMAKE_BINARY_DIR};CCACHE_NOHASHDIR=1;${CCACHE}")
  endif()
  if(NOT WIN32 AND NOT APPLE)
    target_link_options(countersign_sqlcipher INTERFACE LINKER:--exclude-libs,$<TARGET_FILE_NAME:countersign_sqlcipher>)
  endif()
endfunction()

if(NOT SQLCIPHER_TARBALL)
  countersign_sqlcipher_from_system()
endif()
if(NOT TARGET countersign_sqlcipher)
  countersign_sqlcipher_from_source()
endif()
