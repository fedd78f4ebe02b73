// What a word says of a number beside it, by packed lists of how words begin. They are written as simplify() shows them:
// lower case, an octet of UTF-8 beyond ASCII as one from 0x40 to 0x7f. Above each list stands the same in its scripts;
// firmware-ts/tests/word-kinds.test.ts compares.

/** So many octets of a word are looked up: two characters of a wide script, three of Cyrillic or Arabic, six of Latin. */
const KEY_OCTETS = 6;

export const NOTHING = 0;
export const KEYWORD = 1;
export const OTHER_CODE = 2;
export const LABEL = 3;
export const CURRENCY = 4;
export const UNIT = 5;

/**
 * How words begin, by their octets (up to 3, 4, 5, 6), and behind each its kind; the shorter ones come first.
 *
 * KEYWORD: Words for code, PIN and password, and for what they are for.
 *   codigo codice codi codul cod otp pin tan mtan smstan passwo passe parol parola parole parool senha clave
 *   contra lozink heslo haslo hasla geslo jelszo jelszó sifre sifra verifi verify authen autent log login signin
 *   inlog loggen sandi nenosi msimbo uthibi salasa slapta lösenord lykilo wachtw kennwo einmal onetim 2fa tac pwd
 *   xac khau código hasło hasła şifre Şifre mã Mã xác khẩu код Код КОД пар Пар ПАР пин ПИН лоз шиф κωδ Κωδ ΚΩΔ קוד
 *   הקו סיס رمز كود مرو تحق کد کوڈ كلم عبو
 * OTHER_CODE: Beside a keyword: codes that are no one-time codes.
 *   promo promot vouche coupon discou rabatt rabat gutsch descue remise sconto error area zip postal postco tracki
 *   qr barcod referr sort про ски bookin гор
 * LABEL: Before a number: what it is instead of a code.
 *   # order orders ref refere invoic ticket parcel transa txn accoun acct card ending custom member policy case
 *   call tel phone hotlin flight room balanc amount total reply stop id bestel kunden auftra rechnu vorgan konto
 *   karte endzif sendun rufen guthab saldo solde comman carte compte factur colis pedido tarjet cuenta carta final
 *   conta fatura ligue ordine conto pacco klantn rekeni kaart ordre kort faktur pakke paket kolli tilaus zamowi
 *   rachun karty objedn zasilk rendel comand suma kargo hesap kart tutar bakiye pesana kartu resi hang gd tien tk
 *   lh salio зак кар сче тел бал сум пос ном حسا طلب منت مبل رصي کار
 * CURRENCY: Before or behind an amount.
 *   $ usd eur euro euros gbp inr rs rub uah tl pln zl czk kc huf ft ron lei lv din sek nok dkk kr chf jpy yen cny
 *   thb baht vnd dong d idr rp rm php peso pesos aed sar pkr bdt taka ksh kes ngn brl reais dollar pounds rupees
 *   rupiah hrn grn руб р грн лв ден ريا ریا توم євр đ zł kč บา रु টা
 * UNIT: Behind a number that is a duration or a quantity.
 *   % min mins minute sec second hours hour hrs days day uhr points km kwh mb gb sms мин час
 */
const KINDS_3 =
  "/#3/$4/%5/d4/DQ4/Q@4/ft4/gb5/gd3/id3/kc4/km5/kr4/lh3/lv4/mb5/qr2/rm4/rp4/rs4/tk3/tl4/zl4/2fa1/MCc1/aed4/bdt4/brl" +
  "4/chf4/cny4/cod1/czk4/day5/din4/dkk4/eur4/gbp4/grn4/hrn4/hrs5/huf4/idr4/inr4/jpy4/kDM4/kes4/ksh4/kwh5/lei4/log1/" +
  "mCc1/min5/ngn4/nok4/otp1/php4/pin1/pkr4/pln4/pwd1/ref3/ron4/rub4/sar4/sec5/sek4/sms5/tac1/tan1/tel3/thb4/txn3/ua" +
  "h4/uhr5/usd4/vnd4/xac1/yen4/zEB4/zip2";
const KINDS_4 =
  "/P{Pr4/ZiXo1/acct3/area2/baht4/call3/card3/case3/codi1/days5/dong4/euro4/hang3/hour5/kart3/khau1/kort3/mins5/mta" +
  "n1/peso4/resi3/room3/sort2/stop3/suma3/taka4/tien3/xCac1";
const KINDS_5 =
  "/carta3/carte3/clave1/codul1/colis3/conta3/conto3/error2/euros4/final3/geslo1/hasla1/haslo1/hesap3/heslo1/hours5" +
  "/inlog1/kaart3/kargo3/karte3/kartu3/karty3/kolli3/konto3/ligue3/login1/order3/ordre3/pacco3/paket3/pakke3/parol1" +
  "/passe1/pesos4/phone3/promo2/rabat2/reais4/reply3/rufen3/saldo3/salio3/sandi1/senha1/sifra1/sifre1/solde3/total3" +
  "/tutar3";
const KINDS_6 =
  "/E^ifre1/E_ifre1/NZNiNT1/NZOINt1/NzOINt1/PZP^PT1/PZP~Pt1/P_PPP`1/P_PXP]1/P_PpQ@1/PqPpP{3/PsP~Q@2/PsQ@P}4/PtPuP}4" +
  "/PwPpPz3/PzPpQ@3/PzP~Pt1/P{P~Pw1/P|PxP}5/P}P~P|3/P\x7fPpQ@1/P\x7fPxP}1/P\x7fP~QA3/P\x7fQ@P~2/Q@QCPq4/QAPzPx2/QAQCP|3/QAQGPu3" +
  "/QBPuP{3/QGPpQA5/QHPxQD1/QTPrQ@4/WTWgWU1/WaWYWa1/WgWUWS1/XjXmYB1/XjYHYE4/XmXsXg3/XqXuYJ3/XqYEXr1/XqYJXg4/Xq[LXg4" +
  "/XwYDXh3/XyXhYH1/YCYDYE1/YCYHXo1/YEXhYD3/YEXqYH1/YEYFXj3/ZiXgXq3/ZiYHZH1/`dp`eA4/`f_`f~4/`xZ`xr4/accoun3/amount3" +
  "/auftra3/autent1/authen1/bakiye3/balanc3/barcod2/bestel3/bookin2/cCsdig1/codice1/codigo1/comand3/comman3/compte3" +
  "/contra1/coupon2/cuenta3/custom3/descue2/discou2/dollar4/einmal1/ending3/endzif3/factur3/faktur3/fatura3/flight3" +
  "/guthab3/gutsch2/hasEBa1/hasEBo1/hotlin3/invoic3/jelszC1/jelszo1/kennwo1/khaziu1/klantn3/kunden3/lCvsen1/loggen1" +
  "/lozink1/lykilo1/member3/minute5/msimbo1/nenosi1/objedn3/onetim1/orders3/ordine3/parcel3/parola1/parole1/parool1" +
  "/passwo1/pedido3/pesana3/points5/policy3/postal2/postco2/pounds4/promot2/rabatt2/rachun3/rechnu3/refere3/referr2" +
  "/rekeni3/remise2/rendel3/rupees4/rupiah4/salasa1/sconto2/second5/sendun3/signin1/slapta1/smstan1/tarjet3/ticket3" +
  "/tilaus3/tracki2/transa3/uthibi1/verifi1/verify1/vorgan3/vouche2/wachtw1/zamowi3/zasilk3";

/**
 * Keywords of scripts whose words are long or stand without spaces: looked for within a word.
 * कोड ओटीप पिन কোড ওটিপ કોડ ਕੋਡ குறி కోడ ಕೋಡ കോഡ รหัส កូដ ລະຫ
 * ကုဒ კოდ ኮድ 验证 驗證 校验 动态码 密码 密碼 认证 代碼 認証 認番号 コード
 * スワード 暗証 인증 비밀번 코드
 */
export const WIDE_KEYWORDS =
  "`dU`eK`da/`dS`d_`e@`dj/`dj`d\x7f`dh/`fU`gK`fa/`fS`f_`f\x7f`fj/`jU`kK`ja/`hU`iK`ha/`nU`oA`nq`n\x7f/`pU`qK`pa/`rU`sK`ra/`tU`uK`ta/`xc`xk`xq`xj/a^@a^|a^J/`ze`zp`zk/" +
  "a@@a@oa@R/aCYaC]aCS/aJnaKu/ijLhoA/iiWhmI/f`aijL/eJhf@Ag`A/eoFg`A/eoFgb|/hndhoA/d{cgb|/hjMhh|/hjMgUjeOw/cBscC|cCI/" +
  "cBycCocC|cCI/fZWhh|/l]xlf]/kyDkp@krH/l}TkS\\";

/**
 * The last two characters before a number there, as a label.
 * 尾号 末尾 卡号 单号 编号 电话 電話 致电 热线 拨打 余额 餘額 账号 订单
 * 카드 문의 잔액 누적
 */
export const WIDE_LABELS =
  "/ep~eOw/f\\kep~/eMaeOw/eMUeOw/g|VeOw/gTuho]/i[{hiq/hGtgTu/gCmgz\x7f/fKhfIS/d}Yib]/idXiaM/htfeOw/hnbeMU/" +
  "lytkS\\/klxl]X/l^TlUa/kHDl`A/";

/**
 * The first character behind a number there, as a unit or a currency.
 * 元 円 원 分 秒 年 点
 */
export const WIDE_UNITS = "/eEC/eFF/l[P/eHF/ggR/eyt/gBy/";

/** What the word says. @param wide the keywords to look for within it */
export function kindOf(word: string, wide: readonly string[]): number {
  if (word === "") return NOTHING;
  // In many languages code is only a part of the word: Bestätigungscode, engangskode, vahvistuskoodi; kCs is kó.
  if (word.includes("kod") || word.includes("kood") || word.includes("kCs")) return KEYWORD;
  // The Arabic article.
  const key = (word.startsWith("XgYD") ? word.slice(4) : word).slice(0, KEY_OCTETS);
  const size = key.length;
  const row = size < 4 ? KINDS_3 : size < 5 ? KINDS_4 : size < 6 ? KINDS_5 : KINDS_6;
  const at = row.indexOf(`/${key}`);
  const kind = at < 0 ? 0 : row.charCodeAt(Math.min(at + 1 + size, row.length - 1)) - 0x30;
  if (kind > 0 && kind < 6) return kind;
  if (word.includes("code")) return KEYWORD;
  for (const keyword of wide) if (word.includes(keyword)) return KEYWORD;
  return NOTHING;
}
