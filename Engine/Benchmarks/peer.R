# The workload by R survey, as a competent user would write it: every item in every domain with its
# standard error, and every comparison of two domains that differ in one dimension.
#
#     Rscript peer.R FILE
#
# Prints JSON with the processor seconds of reading and of computing; exit 3: survey is not installed.
if (!requireNamespace("survey", quietly = TRUE)) quit(status = 3)
suppressMessages(library(survey))
used <- function() sum(proc.time()[c("user.self", "sys.self")])
start <- used()
dimensions <- c("area", "sex", "age", "background")
answers <- read.csv(commandArgs(TRUE)[1])
items <- grep("^q[0-9]+$", names(answers), value = TRUE)
for (name in c(dimensions, items)) answers[[name]] <- factor(answers[[name]])
read <- used()

design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, fpc = ~Nh, data = answers)
freedom <- degf(design)
tables <- c(as.list(dimensions), combn(dimensions, 2, simplify = FALSE))
compared <- 0
for (item in items) {
  shares <- reformulate(item)
  everyone <- svymean(shares, design, na.rm = TRUE)
  confint(everyone, df = freedom)
  for (by in tables) {
    table <- svyby(shares, reformulate(by), design, svymean, na.rm = TRUE, covmat = TRUE,
      drop.empty.groups = FALSE)
    confint(table, df = freedom)
    value <- coef(table)
    covariance <- vcov(table)
    domains <- nrow(table)
    # Families: the domains that are alike in the other dimension.
    families <- if (length(by) == 1) list(seq_len(domains)) else
      c(split(seq_len(domains), table[[by[1]]]), split(seq_len(domains), table[[by[2]]]))
    for (category in seq_len(length(value) / domains)) for (family in families) {
      pairs <- combn(family, 2) + (category - 1) * domains
      difference <- value[pairs[1, ]] - value[pairs[2, ]]
      variance <- diag(covariance)[pairs[1, ]] + diag(covariance)[pairs[2, ]] -
        2 * covariance[t(pairs)]
      p <- 2 * pt(-abs(difference / sqrt(variance)), freedom)
      compared <- compared + length(p.adjust(p, "holm"))
    }
  }
}
memory <- as.numeric(sub("[^0-9]*([0-9]+).*", "\\1",
  grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"read": %.3f, "compute": %.3f, "memory": %.1f, "comparisons": %d}\n',
  read - start, used() - read, memory, compared))
