package plan

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules of this package.
const (
	TooMany     check.Code = "plan/too-many"
	DuplicateID check.Code = "plan/duplicate-id"
	NoTitle     check.Code = "plan/no-title"
	NoOwner     check.Code = "plan/no-owner"
	NoBackup    check.Code = "plan/no-backup"
	SelfBackup  check.Code = "plan/self-backup"
	TwoPosts    check.Code = "plan/two-posts"
	OwnerActs   check.Code = "plan/owner-acts"
	BackupActs  check.Code = "plan/backup-acts"
	NobodyActs  check.Code = "plan/nobody-acts"
)

var (
	tooMany = check.Rule{
		Code: TooMany, Severity: check.Error, Source: check.HouseCustom,
		Hans: "岗位共 {n} 个，超过上限 {max} 个",
		En:   "{n} posts, more than the limit of {max}",
	}
	duplicateID = check.Rule{
		Code: DuplicateID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "岗位编号 {id} 重复，已用于 {other}",
		En:   "duplicate post id {id}, also {other}",
	}
	noTitle = check.Rule{
		Code: NoTitle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "岗位 {post} 没有名称",
		En:   "post {post} has no title",
	}
	noOwner = check.Rule{
		Code: NoOwner, Severity: check.Error, Source: check.HouseCustom,
		Hans: "岗位“{post}”无人负责",
		En:   "nobody holds post {post}",
	}
	noBackup = check.Rule{
		Code: NoBackup, Severity: check.Error, Source: check.HouseCustom,
		Hans: "岗位“{post}”只有{owner}一人，没有备岗（B角）",
		En:   "post {post} has {owner} alone and no backup",
	}
	selfBackup = check.Rule{
		Code: SelfBackup, Severity: check.Error, Source: check.HouseCustom,
		Hans: "岗位“{post}”的备岗就是{owner}本人",
		En:   "post {post} has {owner} as owner and as backup",
	}
	twoPosts = check.Rule{
		Code: TwoPosts, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{person}同一时间须在两处：“{post}”（{role}）与“{other}”（{otherRole}）",
		En:   "{person} is asked for at two places at once: {post} ({role}) and {other} ({otherRole})",
	}
	ownerActs = check.Rule{
		Code: OwnerActs, Source: check.HouseCustom,
		Hans: "“{post}”由A角{owner}在岗",
		En:   "{owner}, the owner, is at post {post}",
	}
	backupActs = check.Rule{
		Code: BackupActs, Source: check.HouseCustom,
		Hans: "“{post}”A角{owner}缺席，由B角{backup}顶岗",
		En:   "{owner} is absent from post {post}, {backup} takes over as backup",
	}
	nobodyActs = check.Rule{
		Code: NobodyActs, Source: check.HouseCustom,
		Hans: "“{post}”无人可顶岗",
		En:   "nobody is left for post {post}",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		tooMany, duplicateID, noTitle, noOwner, noBackup, selfBackup, twoPosts, ownerActs, backupActs, nobodyActs,
	}
}
