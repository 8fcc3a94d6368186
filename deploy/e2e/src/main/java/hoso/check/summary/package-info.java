/// `./hoso check summary`: the patient summaries of many people, judged by the validator of HL7.
@org.jspecify.annotations.NullMarked
package hoso.check.summary;
