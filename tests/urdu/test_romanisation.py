"""Names typed in Roman letters meet their Urdu spelling."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urdu.romanisation import name_key

# Urdu name: the Roman spellings people use for it.
SPELLINGS = {
    "محمد": "Muhammad Mohammad Mohammed Muhammed Mohd Mohamed",
    "محمود": "Mahmood Mehmood Mahmud",
    "احمد": "Ahmad Ahmed",
    "عائشہ": "Ayesha Aisha Aysha Aaisha Ayeshah",
    "فاطمہ": "Fatima Fatimah Fathima",
    "ذوالفقار": "Zulfiqar Zulfikar Zulfiqaar",
    "شاہد": "Shahid Shaahid Shahed",
    "شاہدہ": "Shahida",
    "خالد": "Khalid Khaled",
    "خالدہ": "Khalida",
    "غلام": "Ghulam Gulam Ghulaam",
    "قاسم": "Qasim Kasim Qaasim Qassim",
    "صائمہ": "Saima Saimah Sayma",
    "عثمان": "Usman Osman Usmaan",
    "عباس": "Abbas Abas Abbass",
    "حسین": "Hussain Hussein Husain Hossain Husayn",
    "حسن": "Hassan Hasan",
    "ریاض": "Riaz Riyaz Reyaz",
    "طاہرہ": "Tahira Tahirah Taahira",
    "طاہر": "Tahir Taher",
    "نسرین": "Nasreen Nasrin Nasrine",
    "اقبال": "Iqbal Eqbal Ikbal",
    "بلال": "Bilal Bilaal Billal",
    "کوثر": "Kausar Kousar Kosar Kauser Kawsar",
    "قیصر": "Qaiser Qaisar Kaiser",
    "عمر": "Umar Omar Umer Omer",
    "عامر": "Aamir Amir Aamer",
    "امیر": "Ameer",
    "عمران": "Imran Emran",
    "یوسف": "Yousaf Yusuf Yousuf Yousef Yusaf",
    "یونس": "Younas Younis Yunus Yunis",
    "نواز": "Nawaz Navaz",
    "نیاز": "Niaz Niyaz",
    "ناز": "Naz",
    "جاوید": "Javed Jawed Javaid Javeed",
    "جواد": "Jawad Javad",
    "انور": "Anwar Anwer Anver",
    "سرور": "Sarwar Sarver",
    "پرویز": "Pervez Parvez Pervaiz Parvaiz",
    "شوکت": "Shaukat Shoukat Shawkat",
    "دولت": "Daulat",
    "نورین": "Noreen Nourin Naureen",
    "نور": "Noor Nur Nour",
    "فاروق": "Farooq Faruq Farooque Farook Faruk",
    "طارق": "Tariq Tarik Tarique Taariq",
    "صدیق": "Siddique Siddiq Sadiq Siddeeq",
    "شفیق": "Shafiq Shafique Shafeeq",
    "رفیق": "Rafiq Rafique Rafeeq",
    "ایوب": "Ayub Ayoob Ayyub Ayoub",
    "یعقوب": "Yaqoob Yaqub Yakoob",
    "ظہور": "Zahoor Zahur",
    "مسعود": "Masood Masud Massoud",
    "منظور": "Manzoor Manzur",
    "کلثوم": "Kulsoom Kulsum Kalsoom",
    "عبداللہ": "Abdullah Abdulla",
    "عبدالرحمٰن": "Abdul-Rehman Abdurrehman Abdulrahman Abdurrahman",
    "عبدالسلیم": "Abdussaleem Abdulsaleem",
    "ثناء اللہ": "Sanaullah Sanaulla",
    "صلاح الدین": "Salahuddin Salahudin Salah-ud-Din",
    "مصطفیٰ": "Mustafa Mustapha Mostafa",
    "مصطفی": "Mustafa",
    "مرتضیٰ": "Murtaza Murtiza",
    "موسیٰ": "Musa Moosa",
    "عیسیٰ": "Isa Essa Eisa",
    "بشریٰ": "Bushra",
    "سلمیٰ": "Salma",
    "لیلیٰ": "Laila Layla",
    "یحییٰ": "Yahya",
    "مریم": "Maryam Mariam Mariyam Maryum",
    "زینب": "Zainab Zaynab Zenab Zainub",
    "خدیجہ": "Khadija Khadijah Khadeeja",
    "آمنہ": "Amna Aamna Amnah",
    "امینہ": "Amina Ameena",
    "رابعہ": "Rabia Rabiya Raabia",
    "سعدیہ": "Sadia Sadiya Saadia",
    "ثانیہ": "Sania Saniya Saania",
    "نادیہ": "Nadia Nadiya",
    "ندا": "Nida",
    "ضیاء": "Zia Ziya",
    "ضیا": "Zia",
    "رضیہ": "Razia Raziya",
    "رضا": "Raza",
    "رضوان": "Rizwan Rizvan",
    "رضوانہ": "Rizwana",
    "فوزیہ": "Fauzia Fouzia Fozia Fawzia",
    "ثوبیہ": "Sobia Subia Saubia",
    "طیبہ": "Tayyaba Tayaba",
    "رقیہ": "Ruqayya Ruqaiya Ruqia",
    "سمیرا": "Sumaira Sumera Sameera",
    "سعید": "Saeed Saeid Said",
    "سید": "Syed Sayed Sayyid Sayyed",
    "سعد": "Saad Sad",
    "زید": "Zaid Zayd",
    "زاہد": "Zahid Zaheed",
    "مہدی": "Mehdi Mahdi",
    "محسن": "Mohsin Muhsin",
    "فیصل": "Faisal Faysal Faisel",
    "فیض": "Faiz Fayz",
    "فیاض": "Fayyaz Fayaz Fiaz",
    "فائزہ": "Faiza",
    "اسحاق": "Ishaq Ishaque Eshaq",
    "اسماعیل": "Ismail Ismaeel Esmail",
    "ابراہیم": "Ibrahim Ebrahim Ibraheem",
    "علی": "Ali Aly",
    "نعمان": "Noman Nauman Nouman Numan",
    "اویس": "Awais Owais Ovais Uwais",
    "وحید": "Waheed Wahid Vahid",
    "وقاص": "Waqas Waqaas Waqqas",
    "جنید": "Junaid Junayd Juned",
    "زبیر": "Zubair Zubayr Zuber",
    "سہیل": "Sohail Suhail Sohel",
    "شعیب": "Shoaib Shuaib Shoib",
    "شہزاد": "Shahzad Shehzad",
    "شہریار": "Shahryar Shehryar Shahriar",
    "مشتاق": "Mushtaq Mushtak Mushtaque",
    "امتیاز": "Imtiaz Imtiyaz",
    "اشتیاق": "Ishtiaq Ishtiyaq",
    "اصغر": "Asghar Asgar",
    "اشرف": "Ashraf",
    "اظہر": "Azhar",
    "اکبر": "Akbar",
    "اسلم": "Aslam",
    "افضل": "Afzal",
    "عنبرین": "Ambreen Anbreen Ambrin",
    "پروین": "Parveen Perveen Parvin Perwin",
    "یاسمین": "Yasmeen Yasmin Yasmine",
    "رخسانہ": "Rukhsana Rukhsaana",
    "شکیلہ": "Shakeela Shakila",
    "نصرت": "Nusrat",
    "ثروت": "Sarwat Sarvat",
    "مسیح": "Masih Maseeh",
    "فتح": "Fateh",
    "نوح": "Nooh Nuh",
    "داؤد": "Dawood Daud Dawud Daood",
    "رؤف": "Rauf Raoof Rouf",
    "شیخ": "Sheikh Shaikh Sheykh",
    "چوہدری": "Chaudhry Chaudhary Choudhry Chaudhri Chowdhury Choudhary",
    "چودھری": "Chaudhry",
    "بھٹی": "Bhatti",
    "بٹ": "Butt But",
    "خان": "Khan",
    "ملک": "Malik",
    "مرزا": "Mirza",
    "شاہ": "Shah",
    "راجہ": "Raja Rajah",
    "کھوکھر": "Khokhar Khokher",
    "گوندل": "Gondal",
    "ماریہ": "Maria Mariya",
    "عذرا": "Azra",
    "عزیر": "Uzair",
    "عزیز": "Aziz Azeez",
    "جمیل": "Jameel Jamil",
    "جمال": "Jamal",
    "کمال": "Kamal",
    "حمزہ": "Hamza Hamzah",
    "طلحہ": "Talha Talhah",
    "لبنیٰ": "Lubna",
    "سدرہ": "Sidra Sidrah",
    "ارم": "Iram Irum Erum",
    "حنا": "Hina Hinna",
    "ثنا": "Sana",
    "اقصیٰ": "Aqsa",
    "منور": "Munawar Munawwar Munavvar",
    "کنول": "Kanwal Kanval Kanwel",
    "مہوش": "Mehwish Mahwish",
    "رفیع": "Rafi",
    "شمیم": "Shamim Shameem",
    "ابوبکر": "Abubakar Abubakr",
    "نذیر": "Nazir Nazeer",
    "کاشف": "Kashif",
    "سکینہ": "Sakina Sakeena",
    "زرینہ": "Zarina Zareena",
    "روبینہ": "Rubina Robina Roubina",
}
# Spellings of one name, or names that the key joins on purpose.
SAME_NAME = {
    frozenset(("مصطفیٰ", "مصطفی")),
    frozenset(("ضیاء", "ضیا")),
    frozenset(("چوہدری", "چودھری")),
}


@pytest.mark.parametrize("urdu", SPELLINGS)
def test_name_key_roman_spellings_meet_the_urdu_one(urdu: str) -> None:
    keys = {roman: name_key(roman) for roman in SPELLINGS[urdu].split()}

    assert keys == dict.fromkeys(keys, name_key(urdu))


def test_name_key_different_names_do_not_meet() -> None:
    meeting = {
        frozenset((one, other))
        for one, other in itertools.combinations(SPELLINGS, 2)
        if name_key(one) == name_key(other)
    }

    assert meeting == SAME_NAME


@pytest.mark.parametrize(
    ("roman", "other_urdu"),
    [
        ("Kausar", "قیصر"),
        ("Hassan", "حسین"),
        ("Hussain", "حسن"),
        ("Mahmood", "محمد"),
        ("Shahid", "شاہدہ"),
        ("Tahira", "طاہر"),
        ("Umar", "عامر"),
        ("Nadia", "ندا"),
        ("Niaz", "نواز"),
        ("Javed", "جواد"),
        ("Faiz", "فیاض"),
        ("Saad", "سعید"),
        ("Jamal", "جمیل"),
        ("Bilal", "بلقیس"),
    ],
)
def test_name_key_clearly_different_name_stays_apart(roman: str, other_urdu: str) -> None:
    assert name_key(roman) != name_key(other_urdu)


@pytest.mark.parametrize(
    ("roman", "urdu"),
    [
        ("Syed Kausar Abbas", "سید کوثر عباس"),
        ("SYED KOUSAR ABBAS", "سيد كوثر عباس"),
        ("Ghulam Muhammad", "غلام محمد"),
        ("Abdul Rehman", "عبدالرحمن"),
        ("Abdur Rahman", "عبد الرحمٰن"),
        ("Abdus Salam", "عبدالسلام"),
        ("Abdul Latif", "عبداللطیف"),
        ("Abdul Aziz", "عبدالعزیز"),
        ("Salah-ud-Din", "صلاح الدین"),
        ("Salah Uddin", "صلاح الدین"),
        ("Zia-ul-Haq", "ضیاء الحق"),
        ("Shafiq ur Rehman", "شفیق الرحمٰن"),
        ("Allah Ditta", "اللہ دتہ"),
        ("Noor Jahan", "نور جہاں"),
        ("Abu Bakr", "ابوبکر"),
        ("Bibi Zainab", "بی بی زینب"),
        ("Bahauddin", "بہاؤالدین"),
        ("Lahore", "لاہور"),
        ("Peshawar", "پشاور"),
        ("Bahawalpur", "بہاولپور"),
    ],
)
def test_name_key_whole_names_and_compounds_meet(roman: str, urdu: str) -> None:
    assert name_key(roman) == name_key(urdu)


def test_name_key_name_in_both_scripts_keeps_its_words() -> None:
    assert name_key("Syed کوثر Abbas") == "syd ksr abs"


@pytest.mark.parametrize("text", ["", " ", "123", "۱۲۳", "—", "\x00", "\ud800", "王"])
def test_name_key_without_letters_is_empty(text: str) -> None:
    assert name_key(text) == ""


@given(st.text())
def test_name_key_is_plain_words(text: str) -> None:
    key = name_key(text)

    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert key == " ".join(key.split())
