/// Where the sums of each item's codes stand in a row of sums.
///
/// A *slot* is a code of an item, 0 for missing among them; a *figure* is a category of an item.
/// Both are numbered item by item.
struct SlotLayout: Sendable, Hashable {
  /// How many categories each item has.
  let itemSizes: [Int]
  /// The slot of each item's code 0.
  let firstSlots: [Int32]
  let slotCount: Int
  /// The first figure of each item, and after the last item the number of figures.
  let firstFigures: [Int]

  init(itemSizes: [Int]) {
    self.itemSizes = itemSizes
    var (slots, figures): ([Int32], [Int]) = ([], [0])
    var slot = 0
    for size in itemSizes {
      slots.append(Int32(slot))
      slot += size + 1
      figures.append((figures.last ?? 0) + size)
    }
    (firstSlots, firstFigures, slotCount) = (slots, figures, slot)
  }

  var itemCount: Int { itemSizes.count }
  var figureCount: Int { firstFigures[itemCount] }

  /// The figures of an item.
  func figures(of item: Int) -> Range<Int> { firstFigures[item]..<firstFigures[item + 1] }

  /// How many categories an item has at most, of some.
  func largestSize(_ items: Range<Int>) -> Int {
    items.reduce(0) { max($0, itemSizes[$1]) }
  }

  /// The items in ranges of at least so many figures, as far as there are any.
  func itemRanges(figures: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for item in 0..<itemCount
    where item == itemCount - 1 || firstFigures[item + 1] - firstFigures[start] >= figures {
      ranges.append(start..<item + 1)
      start = item + 1
    }
    return ranges
  }
}
