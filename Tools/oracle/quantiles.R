# Joint covariances of median incomes, of everyone, by sex and by age: for the engine's tests.
#
# usage: Rscript Tools/oracle/quantiles.R    (from the repository; needs survey 4.5)
#
# Writes Engine/Tests/SurveyStatisticsTests/Golden/peers/quantiles.csv. R has no such covariance of a
# linearised design: it is put together from the joint covariance of the shares at or below each median
# and the standard errors of svyquantile. From replicates it is R's own.
suppressMessages(library(survey))
golden <- "Engine/Tests/SurveyStatisticsTests/Golden"
all <- read.csv(file.path(golden, "data/safety_dev.csv"))
groups <- c(list(rep(TRUE, nrow(all))), lapply(1:2, function(s) all$sex == s), lapply(1:3, function(a) all$age == a))
known <- !is.na(all$income)

medians <- function(D, rule, type) lapply(groups, function(g)
  svyquantile(~income, D[which(g), ], 0.5, qrule = rule, interval.type = type, na.rm = TRUE))

linearised <- function(D, rule, type) {
  found <- medians(D, rule, type)
  q <- vapply(found, function(f) unname(coef(f)), 0)
  se <- vapply(found, function(f) unname(SE(f)), 0)
  inside <- vapply(groups, function(g) g & known, known)
  below <- inside & vapply(q, function(m) known & all$income <= m, known)
  shares <- if (inherits(D, "svyrep.design")) {
    withReplicates(D, function(w, data) colSums(w * below) / colSums(w * inside))
  } else {
    for (i in seq_along(q)) {
      D$variables[[paste0("d", i)]] <- as.numeric(inside[, i])
      D$variables[[paste0("n", i)]] <- as.numeric(below[, i])
    }
    columns <- paste0("n", seq_along(q), "+d", seq_along(q), collapse = "+")
    svycontrast(svytotal(as.formula(paste("~", columns)), D), lapply(seq_along(q), function(i)
      parse(text = paste0("n", i, "/d", i))[[1]]))
  }
  list(q = q, v = cov2cor(as.matrix(vcov(shares))) * outer(se, se))
}

replicated <- function(D, rule) {
  found <- medians(D, rule, "quantile")
  made <- svyby(~income, ~age, D, svyquantile, quantiles = 0.5, qrule = rule,
    interval.type = "quantile", na.rm = TRUE, ci = TRUE, covmat = TRUE, return.replicates = TRUE)
  list(q = vapply(found[4:6], function(f) unname(coef(f)), 0), v = vcov(made))
}

plain <- svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = all)
# Five groups of units in each area keep the replicates few.
all$group <- all$psu %% 5
jackknife <- as.svrepdesign(svydesign(id = ~group, strata = ~area, weights = ~weight, data = all,
  nest = TRUE), type = "JKn", compress = FALSE)
sets <- suppressWarnings(list(linearised(plain, "math", "mean"), linearised(plain, "hf7", "beta"),
  linearised(jackknife, "math", "mean"), replicated(jackknife, "math")))
rows <- unlist(lapply(seq_along(sets), function(s) lapply(seq_along(sets[[s]]$q), function(i)
  paste(c(s, formatC(c(sets[[s]]$q[i], sets[[s]]$v[i, ]), digits = 17, width = 1, format = "g")),
    collapse = ","))))
writeLines(c(paste0("# ", R.version.string, ", survey ", packageVersion("survey"),
  "; Tools/oracle/quantiles.R"),
  "# sets: 1 clusters, math, mean; 2 hf7, beta; 3 jackknife, math, mean; 4 its own quantiles, ages only",
  "set,median,covariances", rows), file.path(golden, "peers/quantiles.csv"))
