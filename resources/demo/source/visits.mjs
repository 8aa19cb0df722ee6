// Twelve visits: what was said, and the note that an agent drafted of it. A statement is [text, quote, options]; the quote
// is a run of the conversation. Statements marked flaw say something that the conversation does not.
export const visits = [
    {
        person: 'rivera', key: 'note-rivera', title: 'Visit note: shortness of breath', minutesAgo: 95, dueIn: 120, tier: 'high',
        talk: `[doctor] good morning rachel , what brings you in today ?
[patient] it's my breathing . going up the stairs at work i have to stop halfway now . it started about three weeks ago .
[doctor] any chest pain with that ?
[patient] no , no pain . just tight , like i can't get enough air in .
[doctor] are you coughing anything up ?
[patient] a little , mostly in the morning . it's white .
[doctor] and how much are you smoking now ?
[patient] maybe a couple , probably once a day . i'm trying to quit . it was a pack a day last year .
[doctor] good , that's a big step . are you still on the effexor ?
[patient] yes , the seventy five . and the inhaler , the blue one , four or five times a week .
[doctor] any swelling in the legs , waking up at night short of breath ?
[patient] no swelling . i did wake up twice last week though , wheezing .
[doctor] okay . let me listen . there is some expiratory wheezing on both sides , no crackles . oxygen is ninety five percent . blood pressure one thirty eight over eighty four .
[doctor] i think this is your asthma , and the smoking is not helping it . i want to start a daily inhaler , budesonide formoterol one sixty four point five , two puffs twice a day .
[patient] okay .
[doctor] and i'd like breathing tests , spirometry , before we see each other again in four weeks . if you get worse , or the blue inhaler stops helping , go to the emergency room .
[patient] got it .`,
        sections: [
            ['History', [
                ['She has had shortness of breath on stairs for about three weeks.', 'going up the stairs at work i have to stop halfway now . it started about three weeks ago'],
                ['She denies chest pain.', 'no , no pain . just tight'],
                ['Cough is productive of white sputum, mostly in the morning.', 'a little , mostly in the morning . it\'s white'],
                ['She smokes a couple of cigarettes a day, down from a pack a day last year.', 'maybe a couple , probably once a day . i\'m trying to quit . it was a pack a day last year'],
                ['She woke twice last week with wheezing.', 'i did wake up twice last week though , wheezing'],
                ['She denies leg swelling.', 'no swelling'],
            ]],
            ['Medications', [
                ['Venlafaxine 75 mg daily.', 'yes , the seventy five', { basis: 'inferred' }],
                ['Albuterol inhaler as needed, four or five times a week.', 'the inhaler , the blue one , four or five times a week', { basis: 'inferred' }],
            ]],
            ['Examination', [
                ['Blood pressure 138/84 mmHg, oxygen saturation 95 % on room air.', 'oxygen is ninety five percent . blood pressure one thirty eight over eighty four'],
                ['Expiratory wheezing on the left, no crackles.', 'some expiratory wheezing on both sides , no crackles', { flaw: 'side' }],
                ['Heart sounds regular, no murmur.', null, { flaw: 'not examined' }],
            ]],
            ['Assessment and plan', [
                ['Asthma, not well controlled, with ongoing tobacco use.', 'i think this is your asthma , and the smoking is not helping it'],
                ['Start budesonide/formoterol 160/4.5 mcg, two puffs twice daily.', 'i want to start a daily inhaler , budesonide formoterol one sixty four point five , two puffs twice a day'],
                ['Spirometry before the next visit in four weeks.', 'breathing tests , spirometry , before we see each other again in four weeks'],
                ['Emergency department if worse or if the rescue inhaler stops helping.', 'if you get worse , or the blue inhaler stops helping , go to the emergency room'],
                ['Amoxicillin 500 mg three times daily for seven days.', null, { flaw: 'invented, and an allergy' }],
            ]],
        ],
        chart: ['allergies', 'venlafaxine'],
        unread: [['ref-1', 'Pulmonary referral letter, faxed', 'The fax could not be read by machine.'], ['ref-2', 'Discharge summary, Mercy Hospital', 'Received after the visit.'], ['ref-3', 'Sleep study, 2024', 'Outside the task.']],
    },
    {
        person: 'chen', key: 'note-chen', title: 'Visit note: diabetes follow-up', minutesAgo: 240, dueIn: 300,
        talk: `[doctor] hello michael , how have the sugars been ?
[patient] better i think . in the morning it's around one thirty , one forty .
[doctor] good . your a one c came back at seven point four , it was eight point two in the spring .
[patient] oh , that's great .
[doctor] any low sugars , shaky , sweaty ?
[patient] no , none .
[doctor] how are your feet , any numbness ?
[patient] the right foot tingles at night , the left one is fine .
[doctor] okay . i did the monofilament , and you don't feel it on the right big toe . pulses are good on both sides .
[doctor] let's keep metformin at one thousand twice a day , and i'd like to add empagliflozin ten milligrams in the morning .
[patient] is that the one that makes you pee ?
[doctor] a bit more , yes . drink enough . and i'm sending you to the eye doctor , it's been two years .
[patient] all right . see you in three months ?
[doctor] three months , with labs the week before .`,
        sections: [
            ['Interval history', [
                ['Morning glucose is around 130 to 140 mg/dL.', 'in the morning it\'s around one thirty , one forty'],
                ['No hypoglycaemia.', 'no , none'],
                ['The left foot tingles at night.', 'the right foot tingles at night , the left one is fine', { flaw: 'side' }],
            ]],
            ['Results', [
                ['Haemoglobin A1c 7.4 %, from 8.2 % in spring.', 'your a one c came back at seven point four , it was eight point two in the spring', { also: ['a1c', 'Observation.valueQuantity.value', '7.4'] }],
            ]],
            ['Examination', [
                ['Monofilament not felt at the right great toe; pulses present on both sides.', 'you don\'t feel it on the right big toe . pulses are good on both sides'],
            ]],
            ['Plan', [
                ['Continue metformin 1000 mg twice daily.', 'let\'s keep metformin at one thousand twice a day'],
                ['Start empagliflozin 10 mg every morning.', 'add empagliflozin ten milligrams in the morning'],
                ['Refer for dilated eye examination.', 'i\'m sending you to the eye doctor , it\'s been two years'],
                ['Return in three months with laboratory tests one week before.', 'three months , with labs the week before'],
            ]],
        ],
        chart: ['a1c', 'a1c-spring', 'a1c-2025', 'a1c-2024', 'metformin'],
    },
    {
        person: 'okafor', key: 'note-okafor', title: 'Visit note: knee injury', minutesAgo: 30, dueIn: 480,
        talk: `[doctor] so what happened to the knee ?
[patient] football on saturday . i turned and it popped . the right knee .
[doctor] could you walk after that ?
[patient] limping . it swelled up the same evening .
[doctor] does it lock , or give way ?
[patient] it gives way on the stairs . it doesn't lock .
[doctor] okay . there is an effusion , and the lachman is positive on the right . no tenderness along the joint line .
[doctor] i'm worried about the ligament , the a c l . let's get an m r i , and crutches and a brace until then .
[patient] can i take something for it ?
[doctor] ibuprofen four hundred , three times a day with food , for five days .`,
        sections: [
            ['History', [
                ['He twisted his right knee playing football on Saturday and heard a pop.', 'football on saturday . i turned and it popped . the right knee'],
                ['The knee swelled the same evening and gives way on stairs; it does not lock.', 'it swelled up the same evening'],
            ]],
            ['Examination', [
                ['Effusion of the right knee; Lachman test positive; no joint-line tenderness.', 'there is an effusion , and the lachman is positive on the right . no tenderness along the joint line'],
            ]],
            ['Plan', [
                ['Suspected anterior cruciate ligament tear: MRI of the right knee.', 'i\'m worried about the ligament , the a c l . let\'s get an m r i'],
                ['Crutches and brace.', 'crutches and a brace until then'],
                ['Ibuprofen 400 mg three times daily with food for five days.', 'ibuprofen four hundred , three times a day with food , for five days'],
            ]],
        ],
    },
    {
        person: 'lindqvist', key: 'note-lindqvist', title: 'Visit note: heart failure check', minutesAgo: 180, dueIn: 90, tier: 'high',
        talk: `[doctor] how is the breathing , astrid ?
[patient] better since the water pill went up . i sleep flat again .
[doctor] and the weight at home ?
[patient] sixty eight kilos this morning , it was seventy one last week .
[doctor] very good . any dizziness when you stand up ?
[patient] a little in the mornings , nothing bad .
[doctor] pressure is one hundred and six over sixty two . lungs are clear , no swelling at the ankles today .
[doctor] your potassium was five point three , that's a bit high . i'd like to stop the spironolactone for now and check it again on friday .
[patient] and the others stay ?
[doctor] furosemide forty in the morning stays , the bisoprolol five stays .`,
        sections: [
            ['Interval history', [
                ['Breathing has improved; she sleeps flat again.', 'better since the water pill went up . i sleep flat again'],
                ['Home weight 68 kg, from 71 kg last week.', 'sixty eight kilos this morning , it was seventy one last week'],
                ['Slight dizziness on standing in the mornings.', 'a little in the mornings , nothing bad'],
            ]],
            ['Examination', [
                ['Blood pressure 106/62 mmHg. Lungs clear, no ankle oedema.', 'pressure is one hundred and six over sixty two . lungs are clear , no swelling at the ankles today'],
                ['Potassium 5.3 mmol/L.', 'your potassium was five point three , that\'s a bit high', { also: ['potassium', 'Observation.valueQuantity.value', '5.3'] }],
            ]],
            ['Plan', [
                ['Continue spironolactone 25 mg daily.', 'i\'d like to stop the spironolactone for now and check it again on friday', { flaw: 'stopped, not continued' }],
                ['Furosemide 40 mg every morning and bisoprolol 5 mg daily unchanged.', 'furosemide forty in the morning stays , the bisoprolol five stays'],
                ['Repeat potassium on Friday.', 'check it again on friday'],
            ]],
        ],
        chart: ['potassium', 'spironolactone'],
    },
    {
        person: 'moreno', key: 'note-moreno', title: 'Visit note: ear pain', minutesAgo: 15, dueIn: 200, tier: 'critical',
        talk: `[doctor] hi lucía , hi mom . which ear hurts ?
[patient] this one . the left .
[guest_family] since last night , and she had a fever , thirty eight nine .
[doctor] any fluid from the ear , vomiting ?
[guest_family] no fluid . she threw up once .
[doctor] the left eardrum is red and bulging , the right one looks normal . throat is fine .
[doctor] that is an ear infection . she gets hives from amoxicillin , right ?
[guest_family] yes , all over .
[doctor] so cefdinir , fourteen milligrams per kilo once a day for ten days . she weighs twenty six kilos , that makes three hundred sixty milligrams .
[guest_family] and for the fever ?
[doctor] ibuprofen as you have been giving it . come back if she is not better in two days .`,
        sections: [
            ['History', [
                ['Left ear pain since last night with fever of 38.9 °C.', 'since last night , and she had a fever , thirty eight nine'],
                ['No discharge; vomited once.', 'no fluid . she threw up once'],
                ['Amoxicillin causes generalised hives.', 'she gets hives from amoxicillin , right'],
            ]],
            ['Examination', [
                ['Left tympanic membrane red and bulging, right normal; throat normal.', 'the left eardrum is red and bulging , the right one looks normal . throat is fine'],
                ['Weight 26 kg.', 'she weighs twenty six kilos'],
            ]],
            ['Plan', [
                ['Acute otitis media, left.', 'that is an ear infection', { basis: 'inferred' }],
                ['Cefdinir 360 mg once daily for ten days (14 mg/kg).', 'cefdinir , fourteen milligrams per kilo once a day for ten days . she weighs twenty six kilos , that makes three hundred sixty milligrams'],
                ['Return if not better in two days.', 'come back if she is not better in two days'],
            ]],
        ],
        chart: ['allergies'],
    },
    {
        person: 'haddad', key: 'note-haddad', title: 'Visit note: annual examination', minutesAgo: 400, dueIn: 2800, tier: 'low',
        talk: `[doctor] any complaints , samir ?
[patient] no , i feel fine . i walk every day , forty minutes .
[doctor] still not smoking ?
[patient] eleven years now .
[doctor] great . pressure one twenty four over seventy eight , everything else is normal today .
[doctor] you are due for the colonoscopy , the last one was ten years ago . and the flu shot , we can do it now .
[patient] yes , please .`,
        sections: [
            ['History', [
                ['No complaints. He walks forty minutes every day.', 'no , i feel fine . i walk every day , forty minutes'],
                ['He has not smoked for eleven years.', 'eleven years now'],
            ]],
            ['Examination', [['Blood pressure 124/78 mmHg; examination otherwise normal.', 'pressure one twenty four over seventy eight , everything else is normal today']]],
            ['Plan', [
                ['Colonoscopy is due; last one ten years ago.', 'you are due for the colonoscopy , the last one was ten years ago'],
                ['Influenza vaccine given today.', 'the flu shot , we can do it now'],
            ]],
        ],
    },
    {
        person: 'kowalski', key: 'note-kowalski', title: 'Visit note: back pain, urgent', minutesAgo: 50, dueIn: 45, tier: 'critical',
        talk: `[doctor] mister kowalski , how long has the back been this bad ?
[patient] two weeks , but since yesterday the left leg is weak . i stumbled twice .
[doctor] any trouble with the bladder , or numbness when you sit ?
[patient] i have to push to pass water , since yesterday . and it's numb down there , yes .
[doctor] any fever , any weight loss ?
[patient] i lost five kilos , i don't know why .
[doctor] okay . foot lift on the left is weak , three out of five . sensation is reduced in the saddle area .
[doctor] this needs an m r i today . i am sending you to the emergency department now , and i will call the spine surgeon . no contrast dye by c t , because of your reaction .`,
        sections: [
            ['History', [
                ['Back pain for two weeks; weakness of the left leg since yesterday with two stumbles.', 'two weeks , but since yesterday the left leg is weak . i stumbled twice'],
                ['No bladder symptoms.', 'i have to push to pass water , since yesterday', { flaw: 'negated' }],
                ['Saddle numbness.', 'it\'s numb down there , yes'],
                ['Unexplained weight loss of 5 kg.', 'i lost five kilos , i don\'t know why'],
            ]],
            ['Examination', [['Dorsiflexion of the left foot 3/5; reduced saddle sensation.', 'foot lift on the left is weak , three out of five . sensation is reduced in the saddle area']]],
            ['Plan', [
                ['Suspected cauda equina syndrome: MRI today through the emergency department; spine surgery called.', 'this needs an m r i today . i am sending you to the emergency department now , and i will call the spine surgeon'],
                ['No iodinated contrast.', 'no contrast dye by c t , because of your reaction'],
            ]],
        ],
        chart: ['allergies'],
    },
    {
        person: 'nguyen', key: 'note-nguyen', title: 'Visit note: thyroid', minutesAgo: 130, dueIn: 1500,
        talk: `[doctor] your t s h is nine point one , so we go up a little .
[patient] i am tired all the time , and cold .
[doctor] you take the fifty in the morning , on an empty stomach ?
[patient] yes , before coffee .
[doctor] then seventy five micrograms from tomorrow , and blood again in six weeks . are you planning a pregnancy ?
[patient] not now .`,
        sections: [
            ['History', [['Tired and cold; takes levothyroxine 50 mcg fasting.', 'i am tired all the time , and cold'], ['No pregnancy planned.', 'not now']]],
            ['Results', [['TSH 9.1 mIU/L.', 'your t s h is nine point one', { also: ['tsh', 'Observation.valueQuantity.value', '9.1'] }]]],
            ['Plan', [['Increase levothyroxine to 75 mg daily from tomorrow.', 'then seventy five micrograms from tomorrow', { flaw: 'unit' }], ['Repeat TSH in six weeks.', 'blood again in six weeks']]],
        ],
        chart: ['tsh'],
    },
    {
        person: 'brandt', key: 'note-brandt', title: 'Visit note: migraine', minutesAgo: 70, dueIn: 900,
        talk: `[doctor] how many headache days this month ?
[patient] eleven , and eight of them with the tablets .
[doctor] does light still bother you ?
[patient] light and noise . and i see zigzags before , on the left .
[doctor] the propranolol did nothing ?
[patient] i stopped it in august , my pressure was too low .
[doctor] then i'd like to ask your insurance for erenumab , seventy milligrams once a month . keep the sumatriptan , not more than nine days a month .`,
        sections: [
            ['History', [
                ['Eleven headache days this month, eight with acute medication.', 'eleven , and eight of them with the tablets'],
                ['Aura of zigzag lines on the left; photophobia and phonophobia.', 'light and noise . and i see zigzags before , on the left'],
                ['Propranolol was stopped in August because of low blood pressure.', 'i stopped it in august , my pressure was too low'],
            ]],
            ['Plan', [['Request erenumab 70 mg once a month.', 'ask your insurance for erenumab , seventy milligrams once a month'], ['Sumatriptan on no more than nine days a month.', 'keep the sumatriptan , not more than nine days a month']]],
        ],
    },
    {
        person: 'osei', key: 'note-osei', title: 'Visit note: prostate', minutesAgo: 310, dueIn: 2000,
        talk: `[doctor] the p s a is six point two , last year it was four point eight .
[patient] is that bad ?
[doctor] it is going up . the exam today felt smooth , no nodule . i'd like an m r i before we talk about a biopsy .
[patient] my father had prostate cancer .
[doctor] at what age ?
[patient] seventy one .`,
        sections: [
            ['History', [['He has a history of prostate cancer.', 'my father had prostate cancer', { flaw: 'subject' }]]],
            ['Results', [['PSA 6.2 ng/mL, from 4.8 ng/mL last year.', 'the p s a is six point two , last year it was four point eight']]],
            ['Plan', [['Prostate smooth without nodule; MRI before a decision on biopsy.', 'the exam today felt smooth , no nodule . i\'d like an m r i before we talk about a biopsy']]],
        ],
    },
    {
        person: 'fitzgerald', key: 'note-fitzgerald', title: 'Visit note: first prenatal visit', minutesAgo: 20, dueIn: 700, tier: 'high',
        talk: `[doctor] congratulations . first day of the last period ?
[patient] the seventh of september .
[doctor] that makes you eight weeks today . any bleeding , any pain ?
[patient] no bleeding . i am sick in the mornings .
[doctor] are you taking folic acid ?
[patient] four hundred , since july .
[doctor] good . the heartbeat is there , one hundred and sixty . blood pressure is fine , one ten over seventy . we draw the first bloods today , and i see you in four weeks .`,
        sections: [
            ['History', [['Last menstrual period 07 Sep 2026; eight weeks today.', 'the seventh of september'], ['No bleeding; morning sickness.', 'no bleeding . i am sick in the mornings'], ['Folic acid 400 mcg daily since July.', 'four hundred , since july']]],
            ['Examination', [['Fetal heart rate 160/min; blood pressure 110/70 mmHg.', 'the heartbeat is there , one hundred and sixty . blood pressure is fine , one ten over seventy']]],
            ['Plan', [['First-trimester blood tests today; next visit in four weeks.', 'we draw the first bloods today , and i see you in four weeks']]],
        ],
    },
];
