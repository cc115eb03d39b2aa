/** Words that passwords are commonly made of, from the published lists of leaked ones: English, Russian (typed either way), names, keys in a row. */
export const commonWords: readonly string[] = `
password passwort passw0rd pass parol parola senha motdepasse contrasena wachtwoord salasana haslo heslo sifre
admin administrator root user login welcome master superuser superman batman spiderman pokemon starwars ninja dragon monkey
tiger eagle falcon shadow hunter ranger killer soccer football baseball basketball hockey liverpool arsenal chelsea barcelona
juventus manchester united yankees cowboys mustang harley ferrari mercedes porsche corvette yamaha princess queen angel angels
sunshine flower butterfly rainbow chocolate cookie banana cheese pepper ginger summer winter autumn spring january february
march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
love iloveyou lovely loveme forever always baby babygirl babyboy honey sweet sweetheart secret letmein access computer internet
google facebook twitter instagram linkedin youtube microsoft windows apple android iphone samsung oracle database server
network security changeme default guest temp temporary system office company business freedom whatever trustno
michael jennifer jordan daniel thomas robert william charlie george andrew joshua matthew anthony ashley jessica michelle nicole
amanda samantha elizabeth victoria alexander alexandra natasha natalia nastya sergey dmitry vladimir andrey maxim alina marina
hello world good bad blue red green black white purple orange silver golden diamond star moon sun fire water money dollar
qwerty qwertz azerty asdf asdfgh zxcvbn qazwsx wsxedc qweasd asdzxc qwe asd zxc abc abcd abcde abcdef xyz
пароль привет любовь солнышко люблю админ секрет йцукен фывапр ячсмить gfhjkm ghbdtn k.,jdm
kazakhstan kyrgyzstan tajikistan uzbekistan turkmenistan russia moscow bishkek almaty tashkent dushanbe ashgabat astana
`
  .trim()
  .split(/\s+/);

/** Whole ones that no rule would find. */
export const commonPhrases: ReadonlySet<string> = new Set([
  "correcthorsebatterystaple",
  "thequickbrownfox",
  "tobeornottobe",
  "maytheforcebewithyou",
  "openthedoor",
  "opensesame",
  "iamthebest",
  "idontknow",
  "jesuschrist",
  "onceuponatime",
  "thisismypassword",
  "mypasswordis",
  "nevergonnagiveyouup",
]);

/** Keys and letters in their rows, to be read either way. */
export const rows: readonly string[] = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "qazwsxedcrfvtgbyhnujmikolp",
  "!@#$%^&*()",
  "йцукенгшщзхъфывапролджэячсмитьбю",
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
];
