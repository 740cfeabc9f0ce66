import type { GuideRow } from '../store/guideStore'

/** A few things people come for, as the hall of a demo county would print them. The telephones cannot be real. */
export function demoGuides(countyId: number): GuideRow[] {
  const code = String(countyId)
  const hall = '各镇便民服务中心，工作日上班时间'
  return [
    guide(code, 'medical', '城乡居民医保参保', '身份证或户口簿；新生儿带出生证明', hall),
    guide(code, 'pension', '养老待遇资格认证', '本人身份证。走不动的，网格员上门办', hall),
    guide(code, 'subsidy', '低保、临时救助申请', '户口簿、身份证、收入和困难情况说明', hall),
    guide(code, 'disability', '残疾人证办理', '身份证、两寸照片三张、诊断材料', hall),
    guide(
      code,
      'household',
      '户口登记、居住证明',
      '身份证、户口簿、房屋或租住凭证',
      '辖区派出所户籍窗口',
    ),
    guide(
      code,
      'mediation',
      '申请人民调解',
      '说清楚事情，带有关的单据、合同',
      '村调解室或镇综治中心',
    ),
  ]
}

function guide(code: string, name: string, title: string, papers: string, place: string): GuideRow {
  const phone = '0763-0009000'
  return { guide_id: `${code}-${name}`, area_code: code, title, papers, place, phone }
}
