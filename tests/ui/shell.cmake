# Look, words, queue, history and the window around them.
countersign_test(test_style_tokens QT SOURCES test_style_tokens.cpp USE ui_style)
foreach(name test_key_book test_notation test_dates test_queue_list test_similar_names test_shell_views)
  countersign_test(${name} QT SOURCES ${name}.cpp USE ui_presenters ui_text core_desk core_domain)
endforeach()
countersign_test(test_text_words QT READS_TREE SOURCES test_text_words.cpp USE ui_presenters ui_text core_desk core_domain)
countersign_test(test_text_translations QT READS_TREE SOURCES test_text_translations.cpp
                 USE ui_text countersign_translations core_domain)
countersign_test(test_queue_model QT SOURCES test_queue_model.cpp USE ui_models core_desk core_domain)
countersign_test(test_shell_secret QT SOURCES test_shell_secret.cpp USE ui_widgets ui_style)
countersign_test(test_queue_pane QT SOURCES test_queue_pane.cpp USE ui_widgets ui_style core_desk core_domain)
countersign_test(test_history_page QT SOURCES test_history_page.cpp
                 USE countersign_demo_desk app_console_window ui_widgets ui_style core_domain)
foreach(name test_shell_window test_signing_session_window test_token_window test_cover_window test_trust_window test_settings_opening test_inclusive test_dividers test_absent_item test_own_access test_patient_safety test_access test_layout test_keys test_pointer test_shift)
  countersign_test(${name} QT SOURCES ${name}.cpp USE countersign_demo_desk app_console_window ui_widgets ui_style core_domain)
endforeach()
