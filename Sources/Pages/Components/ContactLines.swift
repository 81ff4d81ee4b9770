import Markup
import SafetyModel
import Texts

/// Where the municipality is reached, or that it hasn't told.
func contactLines(_ frame: Frame) -> Fragment {
  let texts = frame.texts
  guard let contact = frame.picture.municipality.contact, !contact.isEmpty else {
    return element("p") { texts("page.contact.none") }
  }
  return Fragment {
    if let email = contact.email {
      element("p") {
        texts("page.contact.email") + " "
        if let address = Markup.Address(mail: email) {
          element("a", .href(address)) { email }
        } else {
          email
        }
      }
    }
    if let telephone = contact.telephone {
      element("p") { texts("page.contact.telephone") + " " + telephone }
    }
  }
}
