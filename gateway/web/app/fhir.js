// Resources of a health record (FHIR R4) as people read them. Each is shown, at least by its kind and name.

import { h } from './dom.js';
import { day, known, moment, t } from './text.js';
import { facts, sexText } from './parts.js';

const SECTIONS = [
  ['allergies', ['AllergyIntolerance']],
  ['problems', ['Condition']],
  ['medications', ['MedicationRequest', 'MedicationStatement', 'MedicationDispense', 'MedicationAdministration']],
  ['vaccinations', ['Immunization', 'ImmunizationRecommendation']],
  ['signs', []],
  ['results', ['Observation', 'DiagnosticReport', 'ImagingStudy', 'Specimen']],
  ['procedures', ['Procedure', 'Device']],
  ['plans', ['Appointment', 'ServiceRequest', 'CarePlan', 'Goal']],
  ['documents', ['DocumentReference', 'Composition', 'Media', 'Binary']],
];
const FRAME = ['Patient', 'Encounter', 'Organization', 'Practitioner', 'PractitionerRole', 'Location', 'Medication'];

/** A bundle: whose it is, the visits, and what was found, by kind. */
export function shownBundle(bundle) {
  const all = (bundle.entry ?? []).map(entry => entry.resource).filter(Boolean);
  const patient = all.find(one => one.resourceType === 'Patient');
  const rest = all.filter(one => !FRAME.includes(one.resourceType));
  return [
    patient ? person(patient) : null,
    list('visits', all.filter(one => one.resourceType === 'Encounter').map(visit)),
    ...SECTIONS.map(([name]) => list(name, rest.filter(one => sectionOf(one) === name).map(one => item(one, all)))),
    list('others', rest.filter(one => sectionOf(one) === 'others').map(one => item(one, all))),
  ];
}

function sectionOf(resource) {
  if (resource.resourceType === 'Observation' && codes(resource.category).includes('vital-signs')) return 'signs';
  return SECTIONS.find(([, types]) => types.includes(resource.resourceType))?.[0] ?? 'others';
}

function codes(concepts) {
  return [concepts ?? []].flat().flatMap(concept => concept.coding ?? []).map(coding => coding.code);
}

function list(name, items) {
  if (items.length === 0) return null;
  return h('section', {}, h('h2', {}, t(`fhir.${name}`)), h('ul', { class: 'entries' }, items.map(one => h('li', {}, one))));
}

function person({ name, birthDate, gender, identifier }) {
  const full = name?.[0]?.text ?? [name?.[0]?.family, ...(name?.[0]?.given ?? [])].filter(Boolean).join(' ');
  return h('section', {}, h('h2', {}, full || t('fhir.person')), facts(
    [t('person.birthDate'), day(birthDate)],
    [t('person.sex'), gender ? sexText(gender.toUpperCase()) : null],
    [t('person.number'), identifier?.find(one => /national_id|so-dinh-danh|cccd/.test(one.system ?? ''))?.value]));
}

function visit({ period, serviceProvider, reasonCode, type }) {
  return [
    h('strong', {}, [moment(period?.start), period?.end ? moment(period.end) : null].filter(Boolean).join(' – ')),
    line(serviceProvider?.display ?? serviceProvider?.identifier?.value),
    line(names(type)),
    line(names(reasonCode))];
}

function item(resource, all) {
  const set = resource.verificationStatus ?? resource.status;
  const standing = typeof set === 'string' ? set : codes(set)[0];
  const isFact = !['cancelled', 'entered-in-error', 'refuted', 'not-done', 'stopped', 'nullified'].includes(standing);
  const title = named(resource, all) || resource.resourceType;
  return [
    h(isFact ? 'strong' : 's', {}, title),
    isFact ? null : h('span', { class: 'tag' }, known(`fhir.status.${standing}`) ? t(`fhir.status.${standing}`) : standing),
    isFact ? line([value(resource), range(resource)].filter(Boolean).join(' ')) : null,
    ...(resource.component ?? []).map(one => line(`${name(one.code)}: ${value(one)}`)),
    line(names(resource.dosageInstruction ?? resource.dosage, one => one.text)),
    line(names(resource.note, one => one.text)),
    line(resource.conclusion ?? resource.summary ?? resource.description),
    ...(resource.content ?? []).map(attachment),
    line(when(resource))];
}

function attachment({ attachment: file }) {
  if (!file?.data || !/^text\/plain/.test(file.contentType ?? '')) return line(file?.title ?? file?.contentType);
  const bytes = Uint8Array.from(atob(file.data), one => one.charCodeAt(0));
  return h('details', { class: 'letter' }, h('summary', {}, file.title ?? t('fhir.documents')),
    h('p', { class: 'as-written' }, new TextDecoder().decode(bytes)));
}

function named(resource, all) {
  const referred = resource.medicationReference?.reference;
  const medication = referred ? all.find(one => `${one.resourceType}/${one.id}` === referred) ?? contained(resource, referred) : null;
  return name(resource.code ?? resource.medicationCodeableConcept ?? resource.vaccineCode ?? resource.type ?? medication?.code)
    || resource.medicationReference?.display || resource.title || resource.description || '';
}

function contained(resource, reference) {
  return resource.contained?.find(one => `#${one.id}` === reference);
}

/** What a concept is called, and its code when there is one beside the name. */
function name(concept) {
  if (!concept) return '';
  const coding = concept.coding?.[0];
  const text = concept.text ?? coding?.display;
  return text && coding?.code ? `${text} (${coding.code})` : text ?? coding?.code ?? '';
}

function names(many, as = name) {
  return (many ?? []).map(as).filter(Boolean).join('; ');
}

/** A value with its comparator and unit, as it was told. */
function value(one) {
  if (one.valueQuantity) return quantity(one.valueQuantity);
  if (one.valueCodeableConcept) return name(one.valueCodeableConcept);
  if (one.valueRange) return `${quantity(one.valueRange.low)} – ${quantity(one.valueRange.high)}`;
  if (one.valueRatio) return `${quantity(one.valueRatio.numerator)} : ${quantity(one.valueRatio.denominator)}`;
  for (const kind of ['String', 'Integer', 'DateTime', 'Time']) {
    if (one[`value${kind}`] !== undefined) return String(one[`value${kind}`]);
  }
  if (one.valueBoolean !== undefined) return t(one.valueBoolean ? 'yes' : 'no');
  return one.dataAbsentReason ? name(one.dataAbsentReason) : '';
}

function quantity(of) {
  return of ? [of.comparator, of.value, of.unit ?? of.code].filter(part => part !== undefined).join(' ') : '';
}

function range({ referenceRange }) {
  const of = referenceRange?.[0];
  const text = of?.text ?? [quantity(of?.low), quantity(of?.high)].filter(Boolean).join(' – ');
  return text ? `(${t('fhir.range')} ${text})` : '';
}

function when(resource) {
  const at = resource.effectiveDateTime ?? resource.onsetDateTime ?? resource.recordedDate ?? resource.authoredOn ?? resource.occurrenceDateTime
    ?? resource.performedDateTime ?? resource.start ?? resource.date ?? resource.issued;
  if (!at) return '';
  return at.length > 10 ? moment(at) : day(at);
}

function line(text) {
  return text ? h('span', { class: 'entry-line' }, text) : null;
}
