// Proposals of our own making, one of each draft kind with every member of the schema, as JSON text.
#pragma once

#include <string>

// The contract's required members and nothing else.
inline const std::string smallestProposal = R"({
  "schema": "countersign.proposal/1", "id": "p-1", "workflow": "clinical-documentation",
  "action": {"type": "note.file", "title": "Visit note", "effect": "Files the note."},
  "agent": {"id": "scribe", "version": "1", "model": "m"},
  "patient": {"id": "pat-1"},
  "proposedAt": "2026-11-02T09:00:00Z",
  "draft": {"kind": "note", "sections": [{"id": "s1", "title": "Plan", "statements": []}]},
  "sources": []
})";

inline const std::string fullNote = R"({
  "schema": "countersign.proposal/1", "id": "p-2", "workflow": "clinical-documentation",
  "action": {"type": "note.file", "title": "Visit note", "effect": "Files the note.", "reversible": true,
             "rollback": "An addendum is filed."},
  "agent": {"id": "scribe", "version": "1.2", "model": "m",
            "promptDigest": "sha256:0000000000000000000000000000000000000000000000000000000000000001"},
  "patient": {"id": "pat-1", "mrn": "004711", "family": "Vogel", "given": "Ida", "birthDate": "1956-02-29",
              "sex": "female", "allergyStatus": "listed",
              "allergies": [{"substance": "Penicillin", "reaction": "Rash", "criticality": "high",
                             "status": "active", "sourceId": "visit"}]},
  "encounter": {"id": "enc-1", "start": "2026-11-02T08:30:00Z", "class": "AMB", "location": "Room 3"},
  "proposedAt": "2026-11-02T09:00:00Z",
  "draft": {"kind": "note", "language": "en", "sections": [
    {"id": "s1", "title": "Plan", "loinc": "18776-5", "statements": [
      {"id": "st1", "text": "Rest.", "style": "sentence", "basis": "stated", "citations": [
        {"sourceId": "visit", "selector": {"type": "TextQuoteSelector", "exact": "rest", "prefix": "you ",
                                           "suffix": ".", "start": 4, "end": 8}},
        {"sourceId": "lab", "selector": {"type": "FhirPathSelector", "path": "Observation.value", "exact": "5"}},
        {"sourceId": "fax", "selector": {"type": "PageSelector", "page": 2, "box": [1, 2, 3, 10000], "exact": "x"}}]},
      {"id": "st2", "text": "Return in a week.", "citations": []}]},
    {"id": "s2", "title": "", "statements": [{"id": "st3", "text": "Call if worse.", "basis": "general-knowledge"}]}]},
  "sources": [
    {"id": "visit", "kind": "transcript", "title": "Visit", "author": "Dr. A", "patientId": "pat-1",
     "recordedAt": "2026-11-02T08:30:00Z", "retrievedAt": "2026-11-02T08:55:00.250Z", "mediaType": "text/plain",
     "read": true, "content": "you rest.", "language": "en",
     "digest": "sha256:0000000000000000000000000000000000000000000000000000000000000002"},
    {"id": "lab", "kind": "fhir", "title": "Potassium", "version": "3", "reference": "Observation/9",
     "mediaType": "application/fhir+json", "read": true, "content": "{\"value\":5.10}"},
    {"id": "fax", "kind": "document", "title": "Fax", "mediaType": "image/tiff", "read": true,
     "blob": "sha256:0000000000000000000000000000000000000000000000000000000000000003",
     "pageTexts": ["one", "two"], "expectedPages": 3},
    {"id": "old", "kind": "note", "title": "Old note", "read": false, "unreadReason": "No access"}],
  "trace": [{"seq": 0, "at": "2026-11-02T08:55:00Z", "tool": "transcript.read", "purpose": "Read", "kind": "read",
             "inputDigest": "sha256:0000000000000000000000000000000000000000000000000000000000000004",
             "outputDigest": "sha256:0000000000000000000000000000000000000000000000000000000000000005",
             "sourceIds": ["visit"], "phi": "minimum", "status": "ok", "agent": "scribe"},
            {"seq": 1, "at": "2026-11-02T08:59:00Z", "tool": "note.draft", "status": "skipped"}],
  "risk": {"tier": "moderate", "reasons": ["new drug"], "samd": "non-device-cds"},
  "uncertainty": [{"text": "Dose unclear", "statementIds": ["st1"]}],
  "peerFindings": [{"by": "checker", "statementId": "st1", "severity": "warning", "text": "Check the dose"}],
  "deadline": {"clinicalAt": "2026-11-03T09:00:00Z", "payerAt": "2026-11-04T09:00:00Z", "basis": "72 h",
               "expiresAt": "2026-11-05T09:00:00Z"},
  "supersedes": "p-1", "inReplyTo": "d-1", "changeNote": "Dose added"
})";

inline const std::string fullPriorAuth = R"({
  "schema": "countersign.proposal/1", "id": "p-3", "workflow": "prior-authorization",
  "action": {"type": "prior-auth.submit", "title": "MRI of the knee", "effect": "Sends the request to the payer."},
  "agent": {"id": "pa", "version": "1", "model": "m"},
  "patient": {"id": "pat-1"},
  "proposedAt": "2026-11-02T09:00:00Z",
  "draft": {"kind": "prior-auth", "bundle": "{\"resourceType\":\"Bundle\"}", "questionnaire": "{}",
    "questionnaireResponse": "{}",
    "answers": [{"linkId": "1.1", "origin": "auto-client", "citations": [
      {"sourceId": "note", "selector": {"type": "TextQuoteSelector", "exact": "knee"}}]}],
    "criteria": [{"id": "c1", "text": "Six weeks of therapy", "sourceId": "policy", "status": "not-met", "citations": [
      {"sourceId": "note", "selector": {"type": "TextQuoteSelector", "exact": "knee"}}]}],
    "sections": []},
  "sources": [{"id": "note", "kind": "note", "title": "Note", "read": true, "content": "knee"},
              {"id": "policy", "kind": "payer-policy", "title": "Policy", "read": false}]
})";

inline const std::string fullToolCall = R"({
  "schema": "countersign.proposal/1", "id": "p-4", "workflow": "clinical-documentation",
  "action": {"type": "tool.call", "title": "Order", "effect": "Orders a test."},
  "agent": {"id": "orders", "version": "1", "model": "m"},
  "patient": {"id": "pat-1"},
  "proposedAt": "2026-11-02T09:00:00Z",
  "draft": {"kind": "tool-call", "name": "order.create", "arguments": "{\"dose\":1.5}", "argumentsSchema": "{}",
            "description": "Creates an order"},
  "sources": []
})";
