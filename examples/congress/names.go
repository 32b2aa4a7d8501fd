package main

import (
	"math/rand/v2"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
)

// The names of the dossier are constructed: frequent surnames, characters that
// given names are made of, drawn with a fixed seed. None is the name of anyone.
var (
	surnames = strings.Fields(`王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗
		梁 宋 郑 谢 韩 唐 冯 于 董 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 余 潘
		杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 邱 秦 江 史 顾 侯 邵
		孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 单 查 仇 解 覃 区 干 申 由 佘 相`)
	compound = strings.Fields("欧阳 司马 上官 诸葛 夏侯 尉迟 皇甫 司徒")
	firsts   = strings.Fields(`承 景 维 启 思 仲 沛 昭 秉 钦 敬 书 毓 蕴 若 知 予 亦 砚 筠 廷 绍 济 润 望 守 怀 逸 致
		松 柏 桐 禾 谷 雨 雪 星 晓 初 新 元 宏 远 立 行 言 念 忆 惟`)
	seconds = strings.Fields(`川 岳 峻 澜 原 樵 舟 野 棠 芷 苓 蕙 岚 汀 溪 渠 圃 畦 稷 穗 泉 屿 峦 崧 埔 堤 桥 楫 帆 港
		石 铭 铠 钧 锦 绫 织 纬 经 纶 弦 笙 竹 筱 茗 荞 菽 稔 牧 耘`)
	singles = strings.Fields("霁 湉 沚 翀 彧 珣 璟 昉 晗 栩 桉 柠 洵 渌 湜 溁 熠 玥 珩 琚 瑄 皞 睿 祎 禔 稷 筠 翊 苒 荻")
	// People whose names are written whole, with the people they belong to.
	whole = []struct{ name, people string }{
		{"阿依努·木沙拉", "哈萨克族"},
		{"巴音·那仁策", "蒙古族"},
		{"古兰丹·哈斯木", "维吾尔族"},
		{"才让·多杰措", "藏族"},
		{"吉克·阿依呷", "彝族"},
		{"艾勒肯·吐逊拜", "维吾尔族"},
		{"斯琴·格日乐图", "蒙古族"},
		{"卓嘎·央拉姆", "藏族"},
		{"玛依热·库尔班拜", "维吾尔族"},
		{"仁钦·旺姆措", "藏族"},
		{"沙马·木呷惹", "彝族"},
		{"帕丽旦·阿西木拜", "哈萨克族"},
	}
	peoples = strings.Fields("回族 满族 壮族 苗族 土家族 侗族 彝族 白族 瑶族")
)

// namer constructs names, never the same one twice.
type namer struct {
	rnd  *rand.Rand
	used map[string]bool
}

func newNamer() *namer {
	return &namer{rnd: rand.New(rand.NewPCG(2026, 9)), used: map[string]bool{}}
}

func pick[T any](n *namer, from []T) T { return from[n.rnd.IntN(len(from))] }

// name draws one: one in nine has a single given name, one in forty a compound
// surname; frequent surnames stand first in the list and are drawn more often.
func (n *namer) name() roster.Name {
	for {
		family := surnames[min(n.rnd.IntN(len(surnames)), n.rnd.IntN(len(surnames)))]
		if n.rnd.IntN(40) == 0 {
			family = pick(n, compound)
		}
		given := pick(n, firsts) + pick(n, seconds)
		if n.rnd.IntN(9) == 0 {
			given = pick(n, singles)
		}
		if full := family + given; !n.used[full] {
			n.used[full] = true
			return roster.Name{Family: family, Given: given}
		}
	}
}
