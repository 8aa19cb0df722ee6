# The review of one item: presenters without a window, then the page under keys.
set(review_rooms ui_presenters ui_text core_policy core_desk core_domain)
foreach(name test_review_sources test_review_draft test_review_findings test_basis_page test_review_presenter
             test_review_display_model test_edit_session test_sign_view test_page_book)
  countersign_test(${name} QT SOURCES ${name}.cpp USE ${review_rooms})
endforeach()
foreach(name test_safe_text test_page_viewer test_review_page)
  countersign_test(${name} QT SOURCES ${name}.cpp USE ui_widgets ui_style ${review_rooms})
endforeach()
countersign_test(test_review_real_drafts QT SOURCES test_review_real_drafts.cpp
                 USE ui_widgets ui_style core_protocol ${review_rooms})
