package nameorder_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// constructed returns n names put together from frequent surnames and characters.
func constructed(n int) []nameorder.Name {
	rnd := rand.New(rand.NewPCG(1, 2))
	surnames := []rune("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱覃武戴孔汤")
	given := []rune("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国志海春红玉兰金云天宇晨光一二三大小山水木火土东南西北")
	list := make([]nameorder.Name, n)
	for i := range list {
		name := []rune{surnames[rnd.IntN(len(surnames))], given[rnd.IntN(len(given))]}
		if rnd.IntN(4) > 0 {
			name = append(name, given[rnd.IntN(len(given))])
		}
		list[i] = nameorder.Name{Family: string(name[:1]), Given: string(name[1:])}
	}
	return list
}

func BenchmarkAppendKey(b *testing.B) {
	names := constructed(1024)
	for _, bench := range []struct {
		name  string
		order nameorder.Order
	}{
		{"surname-strokes", nameorder.SurnameStrokes(nil)},
		{"fullname-strokes", nameorder.FullNameStrokes(nil)},
		{"pinyin", nameorder.Pinyin(nil)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			var key []byte
			i := 0
			for b.Loop() {
				key = bench.order.AppendKey(key[:0], names[i%len(names)])
				i++
			}
		})
	}
}

func BenchmarkAppendKeyOfPrintedName(b *testing.B) {
	order := nameorder.SurnameStrokes(nil)
	for _, given := range []string{"王　一", "欧阳信（女，回族）", "阿力·木合买提", "Smith, John"} {
		b.Run(given, func(b *testing.B) {
			b.ReportAllocs()
			var key []byte
			for b.Loop() {
				key = order.AppendKey(key[:0], nameorder.Name{Given: given})
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	names := constructed(1024)
	order := nameorder.SurnameStrokes(nil)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		order.Compare(names[i%1024], names[(i*7+1)%1024])
		i++
	}
}

func BenchmarkExplain(b *testing.B) {
	names := constructed(1024)
	order := nameorder.SurnameStrokes(nil)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		order.Explain(names[i%1024], names[(i*7+1)%1024])
		i++
	}
}

// Sorting 100,000 names, beside the stroke order of x/text/collate, which is
// another order and serves as a measure of speed only.
func BenchmarkSort100k(b *testing.B) {
	names := constructed(100_000)
	list := make([]nameorder.Name, len(names))
	for _, order := range []nameorder.Order{nameorder.SurnameStrokes(nil), nameorder.Pinyin(nil)} {
		b.Run(order.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				copy(list, names)
				order.Sort(list)
			}
		})
	}
	b.Run("collate", func(b *testing.B) {
		type pair struct {
			key  []byte
			name nameorder.Name
		}
		b.ReportAllocs()
		c := collate.New(language.MustParse("zh-u-co-stroke"))
		for b.Loop() {
			var buf collate.Buffer
			pairs := make([]pair, len(names))
			for i, n := range names {
				pairs[i] = pair{c.KeyFromString(&buf, n.Family+n.Given), n}
			}
			slices.SortStableFunc(pairs, func(x, y pair) int { return bytes.Compare(x.key, y.key) })
		}
	})
}
