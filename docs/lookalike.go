package docs

import (
	"slices"
	"strings"
)

// lookAlikes are characters that are taken for each other in print and handwriting, a
// group a word: house custom, of characters that names have. No character stands twice.
const lookAlikes = "己已巳 末未 戊戌戍 土士 王玉 天夭 日曰 人入 千干 刀力 治冶 洒酒 今令 侯候 郎朗 崇祟 晴睛 辩辨 " +
	"折拆 茶荼 栗粟 亳毫 佳隹 淮准 钧钓钩 微徽 壁璧 博搏 沐沭 坚竖 申甲 田由 午牛 自白 目且 太犬 小少 木术 永水 " +
	"正止 刘列 苏办 李季 杨扬 陈阵 沈沉 林村 卢芦 梁粱 曹曾 袁哀 戴载 蓝篮 伟炜玮 俊峻 洁浩 皓晧 昊吴 晟晨 晖辉 " +
	"景影 莱菜 宏宠 宜宣 宪宽 家冢 容客 密蜜 福富 印卬 叔淑 瑞端 玲铃 苹萍 芬芳 荣荥 莹萤 刚钢 明朋 波坡 江汪 " +
	"丹舟 才寸 万方 元无 仁任 祇祗 汨汩 暖瑗 琳淋 瑶谣 宾兵 寅演 平乎 兰三 丁宁 友发 古吉 可司 石右"

// lookAlikeOf returns the group of a character, -1 if it has none.
func lookAlikeOf(r rune) int {
	groups := strings.Fields(lookAlikes)
	return slices.IndexFunc(groups, func(group string) bool { return strings.ContainsRune(group, r) })
}
