// The demo clinic's people: invented, every one of them. Age and dates are told as of 2 November 2026.
export const people = {
    rivera: {
        id: 'p-rivera', mrn: '004-118', family: 'Rivera', given: 'Rachel', birthDate: '1978-03-12', sex: 'female',
        allergyStatus: 'listed',
        allergies: [{ substance: 'Penicillin', reaction: 'anaphylaxis', criticality: 'high', status: 'active', sourceId: 'allergies' }],
    },
    chen: {
        id: 'p-chen', mrn: '004-231', family: 'Chen', given: 'Michael', birthDate: '1961-07-30', sex: 'male',
        allergyStatus: 'none-known',
    },
    okafor: {
        id: 'p-okafor', mrn: '004-307', family: 'Okafor', given: 'Tobenna', birthDate: '1990-11-21', sex: 'male',
        allergyStatus: 'not-received',
    },
    lindqvist: {
        id: 'p-lindqvist', mrn: '004-344', family: 'Lindqvist', given: 'Astrid', birthDate: '1952-01-08', sex: 'female',
        allergyStatus: 'listed',
        allergies: [{ substance: 'Sulfamethoxazole', reaction: 'rash', criticality: 'low', status: 'active' }],
    },
    haddad: {
        id: 'p-haddad', mrn: '004-352', family: 'Haddad', given: 'Samir', birthDate: '1969-05-17', sex: 'male',
        allergyStatus: 'none-known',
    },
    moreno: {
        id: 'p-moreno', mrn: '004-366', family: 'Moreno', given: 'Lucía', birthDate: '2017-09-02', sex: 'female',
        allergyStatus: 'listed',
        allergies: [{ substance: 'Amoxicillin', reaction: 'hives', criticality: 'high', status: 'active' }],
    },
    kowalski: {
        id: 'p-kowalski', mrn: '004-401', family: 'Kowalski', given: 'Jan', birthDate: '1947-12-24', sex: 'male',
        allergyStatus: 'listed',
        allergies: [{ substance: 'Iodinated contrast', reaction: 'bronchospasm', criticality: 'high', status: 'active' }],
    },
    nguyen: {
        id: 'p-nguyen', mrn: '004-415', family: 'Nguyễn', given: 'Thị Mai', birthDate: '1984-04-04', sex: 'female',
        allergyStatus: 'none-known',
    },
    nguyenM: {
        id: 'p-nguyen-2', mrn: '004-416', family: 'Nguyễn', given: 'Thị Minh', birthDate: '1985-04-14', sex: 'female',
        allergyStatus: 'none-known',
    },
    brandt: {
        id: 'p-brandt', mrn: '004-428', family: 'Brandt', given: 'Ulrike', birthDate: '1973-10-11', sex: 'female',
        allergyStatus: 'listed',
        allergies: [{ substance: 'Latex', reaction: 'contact dermatitis', criticality: 'low', status: 'active' }],
    },
    osei: {
        id: 'p-osei', mrn: '004-439', family: 'Osei', given: 'Kwame', birthDate: '1958-06-25', sex: 'male',
        allergyStatus: 'none-known',
    },
    fitzgerald: {
        id: 'p-fitzgerald', mrn: '004-450', family: 'Fitzgerald', given: 'Nora', birthDate: '1995-02-19', sex: 'female',
        allergyStatus: 'not-received',
    },
};
