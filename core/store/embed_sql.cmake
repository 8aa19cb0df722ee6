# countersign_sql(core_store core/store/sql MIGRATIONS 0001_ledger): every .sql file of that folder as a constant.
#
# core/store/sql/insert_row.sql becomes countersign::store::sql::insertRow in the generated header "core/store/sql.hpp",
# the files of sql/migrations that are named, in that order, become the array `migrations`, and all others are listed in
# `statements`, for the test that prepares each of them.
function(countersign_sql TARGET FOLDER)
  cmake_parse_arguments(S "" "" "MIGRATIONS" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${FOLDER}/*.sql)
  set(steps ${S_MIGRATIONS})
  list(TRANSFORM steps REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/${FOLDER}/migrations/\\1.sql")
  file(GLOB there CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${FOLDER}/migrations/*.sql)
  list(REMOVE_ITEM there ${steps})
  if(there)
    message(FATAL_ERROR "countersign_sql(${TARGET}): name these among MIGRATIONS, in their order: ${there}")
  endif()
  set(constants "")
  set(names "")
  set(numbered "")
  foreach(file IN LISTS files steps)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(stem ${file} NAME_WE)
    file(READ ${file} text)
    if(file IN_LIST steps)
      string(REGEX MATCH "^[0-9]+" number ${stem})
      set(name migration${number})
      list(APPEND numbered ${name})
    else()
      set(name ${stem})
      string(REGEX MATCHALL "_[a-z]" humps ${name})
      foreach(hump IN LISTS humps)
        string(TOUPPER ${hump} raised)
        string(REPLACE "_" "" raised ${raised})
        string(REPLACE ${hump} ${raised} name ${name})
      endforeach()
      list(APPEND names ${name})
    endif()
    string(APPEND constants "inline constexpr std::string_view ${name} = R\"sql(${text})sql\";\n")
  endforeach()
  list(LENGTH numbered steps_count)
  list(LENGTH names names_count)
  list(JOIN numbered ", " numbered)
  list(JOIN names ", " names)
  string(REGEX REPLACE "^core/" "countersign/" namespace ${FOLDER})
  string(REPLACE "/" "::" namespace ${namespace})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${FOLDER}.hpp @ONLY CONTENT
"// Made of the .sql files of ${FOLDER} by embed_sql.cmake.
#pragma once

#include <array>
#include <string_view>

namespace ${namespace}
{

${constants}
inline constexpr std::array<std::string_view, ${steps_count}> migrations{${numbered}};
inline constexpr std::array<std::string_view, ${names_count}> statements{${names}};

} // namespace ${namespace}
")
  target_include_directories(${TARGET} PUBLIC ${CMAKE_BINARY_DIR}/generated)
endfunction()
