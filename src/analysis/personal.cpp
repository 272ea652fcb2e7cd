#include "analysis/personal.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/text.hpp"

namespace analysis {
namespace {
using Text = std::string_view;

// One code point with its place; ASCII twins of full-width digits and letters stand in for them.
struct Glyph {
    char32_t c;
    std::size_t at, end;
};

char32_t to_ascii(char32_t c) {
    return c >= U'！' && c <= U'～' ? c - U'！' + U'!' : c;
}
bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool is_word(char32_t c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

using Glyphs = std::vector<Glyph>;

Glyphs glyphs_of(Text text) {
    Glyphs glyphs;
    glyphs.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = base::next_code_point(text, at);
        glyphs.push_back({to_ascii(c), from, at});
    }
    return glyphs;
}

char32_t at(const Glyphs& glyphs, std::size_t i) {
    return i < glyphs.size() ? glyphs[i].c : 0;
}

std::size_t word_end(const Glyphs& glyphs, std::size_t from) {
    std::size_t end = from;
    while (is_word(at(glyphs, end))) ++end;
    return end;
}

int number(std::string_view digits, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (digits[i] - '0');
    return value;
}

std::string ascii_of(const Glyphs& glyphs, std::size_t from, std::size_t end) {
    std::string text;
    for (std::size_t i = from; i < end; ++i) text += static_cast<char>(glyphs[i].c);
    return text;
}

struct Found {
    PersonalKind kind{};
    std::size_t from = 0, end = 0;  // glyphs; end 0: nothing
};

// 138 1234 5678, 138-1234-5678
Found grouped_mobile_at(const Glyphs& glyphs, std::size_t from) {
    const auto is_separator = [](char32_t c) { return c == ' ' || c == '-'; };
    if (!is_separator(at(glyphs, from + 3)) || at(glyphs, from + 8) != at(glyphs, from + 3)) return {};
    if (word_end(glyphs, from) != from + 3 || word_end(glyphs, from + 4) != from + 8 ||
        word_end(glyphs, from + 9) != from + 13)
        return {};
    const std::string digits =
        ascii_of(glyphs, from, from + 3) + ascii_of(glyphs, from + 4, from + 8) + ascii_of(glyphs, from + 9, from + 13);
    return is_mobile_number(digits) ? Found{PersonalKind::MobileNumber, from, from + 13} : Found{};
}

// `from`: first glyph of a run of letters and digits.
Found number_at(const Glyphs& glyphs, std::size_t from) {
    const std::size_t end = word_end(glyphs, from);
    const std::string word = ascii_of(glyphs, from, std::min(end, from + 19));
    if (is_identity_number(word)) return {PersonalKind::IdentityNumber, from, end};
    if (is_mobile_number(word)) return {PersonalKind::MobileNumber, from, end};
    const bool abroad = word.size() == 13 && word.starts_with("86");
    if (abroad && is_mobile_number(word.substr(2))) return {PersonalKind::MobileNumber, from + 2, end};
    return grouped_mobile_at(glyphs, from);
}

bool stands(const Glyphs& glyphs, std::size_t from, std::u32string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i)
        if (at(glyphs, from + i) != word[i]) return false;
    return true;
}

bool one_of(char32_t c, std::u32string_view set) {
    return c != 0 && set.find(c) != std::u32string_view::npos;
}

// 住院号:0012345, 病历号为 A20260001
Found record_number_at(const Glyphs& glyphs, std::size_t from) {
    static constexpr std::array<std::u32string_view, 12> labels{U"住院号", U"病历号",   U"病案号", U"门诊号",
                                                                U"就诊号", U"就诊卡号", U"住院號", U"病歷號",
                                                                U"病案號", U"門診號",   U"就診號", U"就診卡號"};
    for (const std::u32string_view label : labels) {
        if (!stands(glyphs, from, label)) continue;
        std::size_t next = from + label.size();
        while (one_of(at(glyphs, next), U" :是为為码碼　(#№") && next < from + label.size() + 4) ++next;
        const std::size_t end = word_end(glyphs, next);
        std::size_t digits = 0;
        for (std::size_t i = next; i < end; ++i) digits += is_digit(glyphs[i].c) ? 1 : 0;
        return digits >= 4 ? Found{PersonalKind::RecordNumber, next, end} : Found{};
    }
    return {};
}

constexpr std::u32string_view surnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高萧林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    U"陆汪"
    U"范金石廖贾夏韦付方白邹孟"
    U"熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧"
    U"耿关兰焦俞左柳甘祝包宁"
    U"尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车"
    U"项连芦麦褚娄窦戚岑"
    U"張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇魏呂盧鐘譚陸範賈韋鄒龍賀顧龔萬錢嚴湯溫";

// Second characters that make a word of a surname character: 安全, 高度, 方便 …
constexpr std::u32string_view no_given =
    U"全度便意心于是在的了和与及或对为应可能会将要以从被把由向等有无不未就都也又再更最很太较其这那各每某甲乙丙Xx×*"
    U"病症炎癌血压糖障疸颤瘤痛科院区级类期型性者家属們们人员群众权益隐私需求服务管理就诊满投诉咨询体验教育沟通信息"
    U"護护医醫疗療治检查檢查药藥费費率量数數名姓年月日时時间間前后後中内外上下当當常见見平均通过過经經";

// Words of everyday hospital language that begin with a surname.
constexpr std::u32string_view no_names =
    U"关注关心关爱关怀关系关于关节关键金额金融方法方案方面方式方向高效高峰高危高风高热高烧高龄高等高级高质安排安慰安抚"
    U"安徽安静安置安装单位单独"
    U"单据单次成功成本成果成年成立成为成员连续连接连夜解释解决解答解除解读文化文明文字包括包含包扎包装项目路径路线许多"
    U"许可金属车辆车位司机时刻时效时段时长温度温馨温州温和古老"
    U"祝福游客管控管道管床管路毛病施救施行程度程序程式任何任务任意任职易懂易于易发易感康复康健白天白细白血白内申请申诉"
    U"申报申领焦虑焦急顾虑顾客符合符号尚可尚需简单简介简要简便"
    U"简化陈述陈旧陈列曾经曾有曾在曾用何时何处何种宁愿左侧左右严格严重严谨严密施工阳性阳光盛行盛夏马上马虎黄疸黄色黄金"
    U"江苏江西石家石膏房颤房间武汉武警齐全齐心苗头苗族"
    U"牛奶田间林区金华华丽华侨华东单纯单病余下余额辛苦谢绝谢意郑重罗列梁柱蓝色蓝图童年纪念纪律游离"
    U"欧洲万一万元万名钱款范围范例周边周期周围周末"
    U"徐徐胡乱胡须朱红孙子孙女何况林立郭外唐突冯河于是董事萧条曹操袁隆蒋介沈阳贾平夏季夏天韦氏付费付款付出邹城孟村"
    U"熊猫秦岭邱县尹始薛城闫氏段落段时雷同雷电侯诊龙头"
    U"陶瓷黎明贺信贺卡郝氏龚氏邵阳莫名孔径汤药施药樊城葛根邢台易患乔装伍列庞大颜色颜面倪氏庄重庄严聂氏章节章程鲁莽岳父"
    U"岳母翟氏殷切詹氏耿直兰花俞氏柳州甘愿"
    U"舒适舒服舒缓阮氏柯桥梅毒梅花凌晨凌乱毕业毕竟单人季节季度裴氏霍乱涂抹涂药成熟谷物盛大曲线曲折翁氏冉冉骆驼蒙受鲍鱼"
    U"喻为蒲公滕州屈服饶恕解放牟利艾滋艾灸尤其时间穆斯农村农民"
    U"农历司法卓越古代吉祥缪氏连同芦苇麦片褚氏娄底窦性戚友岑溪";

bool begins_word(const Glyphs& glyphs, std::size_t from) {
    for (std::size_t i = 0; i + 1 < no_names.size(); i += 2)
        if (no_names[i] == at(glyphs, from) && no_names[i + 1] == at(glyphs, from + 1)) return true;
    return false;
}

bool is_given(char32_t c) {
    return base::is_han(c) && !one_of(c, no_given);
}

// What may follow a name: the end, punctuation, a number, or a word that goes on about the person.
bool ends_name(const Glyphs& glyphs, std::size_t end) {
    const char32_t c = at(glyphs, end);
    return c == 0 || !base::is_han(c) || one_of(c, U"男女因于於在来來入住的投反诉訴先小同主");
}

// A full name that begins at `from`: 2 or 3 characters, 0 if there is none.
std::size_t name_length(const Glyphs& glyphs, std::size_t from) {
    if (!one_of(at(glyphs, from), surnames) || !is_given(at(glyphs, from + 1)) || begins_word(glyphs, from)) return 0;
    if (is_given(at(glyphs, from + 2)) && ends_name(glyphs, from + 3)) return 3;
    return ends_name(glyphs, from + 2) ? 2 : 0;
}

// 患者张建国, 病人姓名:李梅; `from`: 患 or 病.
Found name_after(const Glyphs& glyphs, std::size_t from) {
    std::size_t next = from + 2;
    if (stands(glyphs, next, U"姓名")) next += 2;
    while (one_of(at(glyphs, next), U" :　(\"“是为") && next < from + 8) ++next;
    const std::size_t length = name_length(glyphs, next);
    return length > 0 ? Found{PersonalKind::PatientName, next, next + length} : Found{};
}

// 张建国患者: three characters, at the beginning or behind punctuation, because 高血压患者 is no name.
Found name_before(const Glyphs& glyphs, std::size_t from) {
    if (from < 3 || (from > 3 && base::is_han(glyphs[from - 4].c))) return {};
    const bool name =
        one_of(glyphs[from - 3].c, surnames) && is_given(glyphs[from - 2].c) && is_given(glyphs[from - 1].c);
    return name ? Found{PersonalKind::PatientName, from - 3, from} : Found{};
}

Found found_at(const Glyphs& glyphs, std::size_t i) {
    const char32_t c = glyphs[i].c;
    if (is_word(c) && (i == 0 || !is_word(glyphs[i - 1].c))) return number_at(glyphs, i);
    if (one_of(c, U"住病门就門")) {
        if (const Found found = record_number_at(glyphs, i); found.end != 0) return found;
    }
    if (stands(glyphs, i, U"患者") || stands(glyphs, i, U"病人")) {
        const Found before = name_before(glyphs, i);
        return before.end != 0 ? before : name_after(glyphs, i);
    }
    return {};
}

// Most texts hold neither the digits of a number nor the word for a patient; they are passed over without decoding.
bool may_hold(Text text) {
    constexpr std::size_t shortest_number = 11, shortest_record = 4;
    std::size_t digits = 0;
    bool labelled = false;  // 号
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const Text rest = text.substr(i);
        if (byte < 0x80) {
            digits += is_digit(byte) ? 1 : 0;
        } else if (byte == 0xEF) {  // ０ to ９: EF BC 90 to 99
            digits += rest.size() > 2 && rest[1] == '\xBC' && rest[2] >= '\x90' && rest[2] <= '\x99' ? 1 : 0;
        } else if (byte == 0xE5 || byte == 0xE8) {  // 号 E5, 號 E8
            labelled = labelled || rest.starts_with("号") || rest.starts_with("號");
        } else if (byte == 0xE6 || byte == 0xE7) {  // 患 E6, 病 E7
            if (rest.starts_with("患者") || rest.starts_with("病人")) return true;
        }
    }
    return digits >= shortest_number || (labelled && digits >= shortest_record);
}
}  // namespace

// GB 11643-1999: date of birth in places 7 to 14, check character after ISO 7064 MOD 11-2.
bool is_identity_number(std::string_view text) {
    if (text.size() != 18 || text[0] == '0') return false;
    if (!std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= '0' && c <= '9'; })) return false;
    static constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += (text[i] - '0') * weights[i];
    static constexpr Text checks = "10X98765432";
    const char last = text[17] == 'x' ? 'X' : text[17];
    const int year = number(text, 6, 4);
    return last == checks[static_cast<std::size_t>(sum % 11)] && year <= 2099 &&
           base::Date::from_ymd(year, number(text, 10, 2), number(text, 12, 2)).has_value();
}

bool is_mobile_number(std::string_view text) {
    return text.size() == 11 && text[0] == '1' && text[1] >= '3' &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view name_of(PersonalKind kind) {
    switch (kind) {
        case PersonalKind::IdentityNumber:
            return "identity-number";
        case PersonalKind::MobileNumber:
            return "mobile-number";
        case PersonalKind::RecordNumber:
            return "record-number";
        case PersonalKind::PatientName:
            return "patient-name";
    }
    return {};
}

std::vector<PersonalHit> find_personal(std::string_view text) {
    std::vector<PersonalHit> hits;
    if (!may_hold(text)) return hits;
    const Glyphs glyphs = glyphs_of(text);
    std::size_t covered = 0;  // bytes
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Found found = found_at(glyphs, i);
        if (found.end == 0 || glyphs[found.from].at < covered) continue;
        const std::size_t from = glyphs[found.from].at, end = glyphs[found.end - 1].end;
        hits.push_back({found.kind, from, end - from});
        covered = end;
    }
    return hits;
}

std::string masked(std::string_view hit, PersonalKind kind) {
    const Glyphs glyphs = glyphs_of(hit);
    const auto keep = [&](std::size_t head, std::size_t tail) {
        std::string text;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const bool shown = i < head || i + tail >= glyphs.size() || glyphs[i].c == ' ' || glyphs[i].c == '-';
            text += shown ? std::string(hit.substr(glyphs[i].at, glyphs[i].end - glyphs[i].at)) : "*";
        }
        return text;
    };
    switch (kind) {
        case PersonalKind::IdentityNumber:
            return keep(0, 4);
        case PersonalKind::MobileNumber:
            return keep(3, 4);
        case PersonalKind::RecordNumber:
            return keep(0, 0);
        case PersonalKind::PatientName:
            return keep(1, 0);
    }
    return {};
}

std::string mask_personal(std::string_view text) {
    std::string result;
    std::size_t copied = 0;
    for (const PersonalHit& hit : find_personal(text)) {
        result += text.substr(copied, hit.at - copied);
        result += masked(text.substr(hit.at, hit.size), hit.kind);
        copied = hit.at + hit.size;
    }
    return result += text.substr(copied);
}

}  // namespace analysis
