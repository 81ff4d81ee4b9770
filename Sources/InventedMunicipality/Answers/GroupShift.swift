extension Behaviour.Shift {
  /// The shift of each cell.
  func byCell(areas: [String]) -> [Double] {
    Cell.all.map { cell in
      let code = areas[cell.area]
      var shift = area?[code] ?? 0
      if cell.isWoman { shift += (woman ?? 0) + (womanByArea?[code] ?? 0) }
      if let age { shift += age[cell.ageGroup] }
      if cell.isBornOutside { shift += bornOutside ?? 0 }
      return shift
    }
  }
}
