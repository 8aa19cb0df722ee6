# The house: one target that holds every flag, and one function that makes a room.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set_property(GLOBAL PROPERTY USE_FOLDERS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
      CCACHE_NOHASHDIR=1 CCACHE_INODECACHE=1 CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()
find_program(MOLD mold)
if(MOLD AND NOT WIN32 AND NOT APPLE)
  add_link_options(-fuse-ld=mold)
endif()

add_library(countersign_house INTERFACE)
target_include_directories(countersign_house INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(countersign_house INTERFACE COUNTERSIGN_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(countersign_house INTERFACE /W4 /WX /permissive- /utf-8 /guard:cf)
else()
  target_compile_options(countersign_house INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Woverloaded-virtual
    -Wnon-virtual-dtor -Wformat=2 -Wundef -Wimplicit-fallthrough -Werror -fstack-protector-strong
    "$<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wthread-safety;-Wextra-semi;-Wno-sign-conversion>"
    # GCC 12 warns of its own std::string, std::vector and std::optional when it optimises (its bugs 105651, 105329 and
    # 105562). Every other preset takes a warning for an error; here it is told.
    "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release,RelWithDebInfo>>:-Wno-error;-Wno-restrict;-Wno-maybe-uninitialized;-Wno-stringop-overflow>")
  target_compile_definitions(countersign_house INTERFACE
    _GLIBCXX_ASSERTIONS "$<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>")
  if(NOT APPLE)
    target_link_options(countersign_house INTERFACE -Wl,-z,relro,-z,now)
  endif()
endif()

# countersign_room(core_policy SOURCES a.cpp MAY_USE core_domain core_base MAY_NAME sodium.h LINK Threads::Threads)
# MAY_USE is the arrow; tests/architecture reads it. MAY_NAME lists foreign header prefixes. LINK is for foreign targets.
# READS names the precompiled headers where they are not those of every room (precompiled.cmake).
function(countersign_room NAME)
  cmake_parse_arguments(R "QT" "READS" "SOURCES;MAY_USE;MAY_NAME;LINK" ${ARGN})
  if(NOT R_READS)
    set(R_READS plain)
  endif()
  if(R_SOURCES)
    add_library(${NAME} STATIC ${R_SOURCES})
    set(scope PUBLIC)
  else()
    add_library(${NAME} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(countersign::${NAME} ALIAS ${NAME})
  target_link_libraries(${NAME} ${scope} countersign_house ${R_MAY_USE} ${R_LINK})
  if(R_QT)
    countersign_qt_flags(${NAME} ${scope})
    set_target_properties(${NAME} PROPERTIES AUTOMOC ON)
    countersign_reads_qt(${NAME} ${R_LINK} ${R_MAY_USE})
  else()
    countersign_reads(${NAME} ${R_READS})
  endif()
endfunction()

function(countersign_qt_flags NAME SCOPE)
  target_compile_definitions(${NAME} ${SCOPE} QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endfunction()

# countersign_program(countersign-verify SOURCES main.cpp MAY_USE core_audit ...)
function(countersign_program NAME)
  cmake_parse_arguments(P "QT" "" "SOURCES;MAY_USE;MAY_NAME;LINK" ${ARGN})
  add_executable(${NAME} ${P_SOURCES})
  target_link_libraries(${NAME} PRIVATE countersign_house ${P_MAY_USE} ${P_LINK})
  if(P_QT)
    countersign_qt_flags(${NAME} PRIVATE)
    set_target_properties(${NAME} PROPERTIES AUTOMOC ON)
    countersign_reads_qt(${NAME} ${P_LINK} ${P_MAY_USE})
  else()
    countersign_reads(${NAME} plain)
  endif()
  set_target_properties(${NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
endfunction()

# countersign_test(test_jcs SOURCES test_jcs.cpp USE core_protocol): doctest, no Qt. READS_TREE: it is told where the sources
# lie. Only those that ask are told: a source that has a folder of the machine in its flags is another source in every clone.
function(countersign_test NAME)
  cmake_parse_arguments(T "QT;READS_TREE" "TIMEOUT" "SOURCES;USE" ${ARGN})
  add_executable(${NAME} ${T_SOURCES})
  target_link_libraries(${NAME} PRIVATE countersign_house ${T_USE})
  if(T_QT)
    countersign_qt_flags(${NAME} PRIVATE)
    set_target_properties(${NAME} PROPERTIES AUTOMOC ON)
    target_link_libraries(${NAME} PRIVATE Qt6::Test)
    countersign_reads_qt(${NAME} ${T_USE})
  else()
    target_link_libraries(${NAME} PRIVATE countersign_doctest)
    countersign_reads(${NAME} plain)
  endif()
  set_target_properties(${NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  if(T_READS_TREE)
    target_compile_definitions(${NAME} PRIVATE COUNTERSIGN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  endif()
  add_test(NAME ${NAME} COMMAND ${NAME})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 300)
  endif()
  set_tests_properties(${NAME} PROPERTIES TIMEOUT ${T_TIMEOUT} COST ${T_TIMEOUT} # the longest first
    ENVIRONMENT QT_QPA_PLATFORM=offscreen)
endfunction()

# countersign_fuzzer(fuzz_json SOURCES fuzz_json.cpp USE core_protocol): one LLVMFuzzerTestOneInput. With COUNTERSIGN_FUZZ
# it becomes a libFuzzer program; without, a test that replays tests/fuzz/corpus/json.
function(countersign_fuzzer NAME)
  cmake_parse_arguments(F "" "" "SOURCES;USE" ${ARGN})
  string(REGEX REPLACE "^fuzz_" "" topic ${NAME})
  add_executable(${NAME} ${F_SOURCES})
  target_link_libraries(${NAME} PRIVATE countersign_house ${F_USE})
  set_target_properties(${NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
  if(COUNTERSIGN_FUZZ)
    target_link_options(${NAME} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(${NAME} PRIVATE ${CMAKE_SOURCE_DIR}/tests/fuzz/replay.cpp)
    add_test(NAME ${NAME} COMMAND ${NAME} ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${topic})
  endif()
endfunction()
