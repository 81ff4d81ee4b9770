/// Whether two numbers agree to a relative tolerance; equal infinities do, NaN never does.
func nearly(_ actual: Double, _ expected: Double, relative tolerance: Double) -> Bool {
  actual == expected || (actual - expected).magnitude <= tolerance * expected.magnitude
}
