/**
 * The characters that OpenCC turns into characters of our own words. A word without any of them is no traditional form
 * of ours, and OpenCC need not be loaded for it. Kept equal to OpenCC by a test, which prints the list where it is not.
 */
export const traditionalCharacters =
  '並乾併係俱備優兌兒內冊別劃動務勵匯區員問喪單噁嚮埰報奬婦嬰宮寀實審對屬幷幹幾彆彙後復惡應懷捲採擇據數時暫曉曏會朮査業榦標檔檢權沒況準滙滿為無爲狀獎現環產産畫異癥' +
  '發眾確碼稱節範納級紮終結絕統絶經編總繫纍羣聯葯藥號衆術製複覆覈規視親覽計訓記訪診註証詢話詳說説調諮講證識負財責費質輸辦達違選鄉針銅錶鍼鎭鎮鑑鑒開間閤隨離電項預領' +
  '頭額類體髮齡齣';
