# Golden figures of R survey for variants of the invented data set: two stages, Fay's replicates,
# lonely units in domains, bounded calibration, other links, rank tests, agreement.
#
# usage: Rscript Tools/oracle/variants.R    (from the repository; needs survey 4.5 and jsonlite)
#
# Writes Engine/Tests/SurveyStatisticsTests/Golden/variant_*.json and their data. The data are cut
# from Golden/data/safety_dev.csv, which a seeded generator invented.
suppressMessages({ library(survey); library(jsonlite) })
golden <- "Engine/Tests/SurveyStatisticsTests/Golden"
all <- read.csv(file.path(golden, "data/safety_dev.csv"))
# Survey 4.5 takes a variance below 1e-16 at any stage for 0: no figure may be that small.
all$income <- all$income / 1e5

numbers <- function(x) {
  if (is.matrix(x)) return(lapply(seq_len(nrow(x)), function(i) numbers(x[i, ])))
  lapply(unname(as.vector(x)), function(v)
    if (is.na(v)) "NaN" else if (is.infinite(v)) (if (v > 0) "Inf" else "-Inf") else v)
}
ends <- function(x, ...) {
  limits <- matrix(confint(x, ...), ncol = 2)
  list(lower = numbers(limits[, 1]), upper = numbers(limits[, 2]))
}
test_figures <- function(x) {
  figures <- list(statistic = numbers(x$statistic), p = numbers(x$p.value))
  for (name in c("parameter", "estimate")) if (!is.null(x[[name]])) figures[[name]] <- numbers(x[[name]])
  if (!is.null(x$conf.int)) figures$ci95 <- numbers(x$conf.int)
  figures
}
figures <- function(x, call, D) {
  if (identical(call, quote(D))) {
    w <- weights(D, "sampling")
    return(list(n = length(w), sum = sum(w), min = min(w), max = max(w), sumsq = sum(w^2)))
  }
  switch(as.character(call[[1]]),
    svymean = , svytotal = , svykappa = list(
      names = as.list(names(coef(x))), estimate = numbers(coef(x)), se = numbers(SE(x)),
      vcov = numbers(as.matrix(vcov(x)))),
    svyratio = , svyvar = list(
      estimate = numbers(coef(x)), se = numbers(as.vector(SE(x)))),
    svycontrast = c(
      list(estimate = numbers(coef(x)), se = numbers(as.vector(SE(x)))),
      if (length(coef(x)) > 1) list(vcov = numbers(as.matrix(vcov(x))))),
    svyby = if (call[[5]] == "svyquantile") list(values = numbers(data.matrix(as.data.frame(x)))) else c(
      list(names = as.list(names(coef(x))), estimate = numbers(coef(x)),
        se = numbers(as.vector(as.matrix(SE(x))))),
      if (!is.null(call$covmat)) list(vcov = numbers(as.matrix(vcov(x))))),
    svypredmeans = list(
      names = as.list(names(coef(x))), estimate = numbers(coef(x)), se = numbers(SE(x))),
    svyquantile = list(table = lapply(unclass(x)[names(x)], function(v) list(values = numbers(v)))),
    svyciprop = list(estimate = numbers(coef(x)), se = numbers(SE(x)), ci = numbers(attr(x, "ci"))),
    svychisq = , svyttest = , svyranktest = test_figures(x),
    svyglm = list(
      names = as.list(names(coef(x))), estimate = numbers(coef(x)), se = numbers(SE(x)),
      vcov = numbers(vcov(x)), df_residual = x$df.residual, deviance = deviance(x)),
    regTermTest = c(
      list(statistic = numbers(if (is.null(x$Ftest)) x$chisq else x$Ftest), df = x$df,
        ddf = numbers(x$ddf), p = numbers(x$p)),
      if (!is.null(x$lambda)) list(lambda = numbers(x$lambda))),
    confint = list(lower = numbers(x[, 1]), upper = numbers(x[, 2])),
    predict = list(estimate = numbers(coef(x)), se = numbers(as.vector(SE(x)))),
    svytable = list(estimate = numbers(as.vector(x))),
    stop("no figures of ", call[[1]]))
}
written <- function(x) {
  if (is.character(x)) x else ifelse(is.na(x), NA, formatC(x, digits = 17, width = 1, format = "g"))
}
write_cases <- function(name, data, D, design, calls, r_options = list(), dataset = name) {
  before <- options(r_options)
  on.exit(options(before))
  dataset <- paste0("data/", dataset, ".csv")
  write.csv(as.data.frame(lapply(data, written)), file.path(golden, dataset), quote = FALSE,
    row.names = FALSE, na = "")
  cases <- lapply(calls, function(text) {
    call <- parse(text = text)[[1]]
    # Of a few thousand cells' parts, R drops those below 1e-16.
    lost <- if (name == "variant_stages" && call[[1]] == "svychisq") list(tolerance = 1e-8)
    c(list(id = paste(name, text), dataset = dataset, r_options = r_options, r_call = text,
      results = suppressWarnings(figures(eval(call, list(D = D), globalenv()), call, D))), lost)
  })
  head <- list(provenance = paste0(R.version.string, ", survey ", packageVersion("survey"),
    ", CompQuadForm ", packageVersion("CompQuadForm"), "; Tools/oracle/variants.R"), design = design)
  json <- function(x) toJSON(x, auto_unbox = TRUE, digits = I(17), null = "null")
  writeLines(c(paste0("{\"provenance\": ", json(head$provenance), ",\n \"design\": ",
    json(design), ",\n \"cases\": ["), paste(vapply(cases, json, ""), collapse = ",\n"), "]}"),
    file.path(golden, paste0(name, ".json")))
}
each <- function(form, values) sprintf(form, values)

asked <- c("svymean(~victim + trust, D, na.rm = TRUE)", "svytotal(~incidents, D, na.rm = TRUE)",
  "svyratio(~incidents, ~income, D, na.rm = TRUE)", "svyvar(~income, D, na.rm = TRUE)",
  "svyby(~trust, ~sex, D, svymean, na.rm = TRUE)",
  "svyby(~incidents, ~area, D, svytotal, na.rm = TRUE)",
  "svymean(~trust, subset(D, sex == 2 & age > 1), na.rm = TRUE)",
  each("svyquantile(~income, D, c(0.25, 0.5, 0.9), qrule = \"%s\", na.rm = TRUE)",
    c("math", "school", "shahvaish", paste0("hf", 1:9))),
  each("svyquantile(~income, D, c(0.3, 0.6), interval.type = \"%s\", na.rm = TRUE)",
    c("mean", "beta", "xlogit", "asin")),
  each("svyciprop(~I(trust > 2), D, method = \"%s\", na.rm = TRUE)",
    c("mean", "logit", "beta", "xlogit", "asin", "wilson", "likelihood")),
  each("svychisq(~trust + sex, D, statistic = \"%s\", na.rm = TRUE)",
    c("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint")),
  "svyttest(trust ~ I(sex == 2), D)", "svyranktest(trust ~ I(sex == 2), D)",
  each("svyranktest(income ~ I(sex == 2), D, test = \"%s\")", c("vanderWaerden", "median")),
  "svyranktest(trust ~ factor(age), D)", "svykappa(~high + often, D)",
  "svytable(~sex + age, D)", "svytable(~age, D, Ntotal = 100)",
  each("svyglm(I(trust > 2) ~ income + factor(sex), D, family = quasibinomial(link = \"%s\"))",
    c("logit", "probit", "cloglog", "cauchit")),
  "svyglm(incidents ~ factor(age) + offset(log(age + 1)), D, family = quasipoisson())",
  "svyglm(income ~ factor(sex) * age, D, family = Gamma(link = \"log\"))",
  "svyglm(trust ~ poly(age, 2) + cut(weight, 3), D)", "svyglm(trust ~ 0 + factor(sex):age, D)",
  "regTermTest(svyglm(trust ~ factor(age) + sex, D), ~factor(age))",
  "confint(svyglm(trust ~ age, D), ddf = Inf)",
  "svycontrast(svymean(~victim + trust, D, na.rm = TRUE), quote(log(trust) - victim))")

set.seed(5)
two <- all[all$stratum <= 16, ]
two$unit <- ave(two$psu, two$psu, FUN = seq_along)
two$size <- ave(two$psu, two$psu, FUN = length) * 3
two$high <- ifelse(two$income > 2.5, "yes", "no")
two$often <- ifelse(two$trust > 2, "yes", "no")
two <- two[!is.na(two$income) & !is.na(two$trust) & !is.na(two$victim), ]
write_cases("variant_stages", two,
  svydesign(id = ~psu + unit, strata = ~stratum, fpc = ~Mh + size, weights = ~weight, data = two),
  list(ids = c("psu", "unit"), strata = "stratum", weights = "weight", fpc = c("Mh", "size")), asked)

pairs <- do.call(rbind, lapply(split(all, all$stratum), function(s)
  s[s$psu %in% sort(unique(s$psu))[1:2], ]))
pairs <- pairs[pairs$stratum %in% 3:22 & !is.na(pairs$income) & !is.na(pairs$trust) &
  !is.na(pairs$victim), ]
pairs$high <- ifelse(pairs$income > 2.5, "yes", "no")
pairs$often <- ifelse(pairs$trust > 2, "yes", "no")
fay <- as.svrepdesign(svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = pairs),
  type = "Fay", fay.rho = 0.3, compress = FALSE)
made <- weights(fay, "analysis")
attributes(made) <- list(dim = dim(made), dimnames = list(NULL, paste0("rw", seq_len(ncol(made)))))
write_cases("variant_fay", cbind(pairs, made), fay,
  list(weights = "weight", rep_weights = "columns rw1..rwR", type = "Fay", scale = fay$scale,
    rscales = rep_len(fay$rscales, ncol(made)), mse = FALSE), asked)

lonely <- two[!(two$stratum == 3 & two$psu != min(two$psu[two$stratum == 3])), ]
for (rule in c("adjust", "average")) {
  write_cases(paste0("variant_lonely_", rule), lonely,
    svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = lonely),
    list(ids = "psu", strata = "stratum", weights = "weight"),
    c(asked[1:12],
      "svyby(~trust, ~sex, subset(D, area < 3), svymean, na.rm = TRUE, covmat = TRUE)"),
    list(survey.lonely.psu = rule, survey.adjust.domain.lonely = TRUE))
}

N <- 1.05 * sum(two$weight)
totals <- c("(Intercept)" = N, sex = 1.02 * sum(two$weight * two$sex), age = 0.98 * sum(two$weight * two$age))
plain <- svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = two)
for (bounds in list(c(0.5, 2), c(0.3, Inf))) {
  write_cases(paste0("variant_bounded_", if (is.finite(bounds[2])) "both" else "below"), two,
    calibrate(plain, ~sex + age, totals, bounds = bounds, epsilon = 1e-11, maxit = 500),
    list(ids = "psu", strata = "stratum", weights = "weight", calibration = list(
      op = "calibrate", formula = "~sex+age", population = as.list(totals), calfun = "linear",
      bounds = numbers(bounds), epsilon = 1e-11)), c("D", asked[1:7], asked[27:33]))
}

terms <- "svyglm(I(trust > 2) ~ income + factor(age) + sex, D, family = quasibinomial())"
write_cases("variant_models", two, plain,
  list(ids = "psu", strata = "stratum", weights = "weight"), dataset = "variant_stages",
  calls = c(
    each("svyglm(victim ~ factor(sex), D, family = quasibinomial(link = \"%s\"))",
      c("log", "identity")),
    each("svyglm(income ~ factor(sex), D, family = %s)",
      c("Gamma()", "Gamma(link = \"identity\")", "inverse.gaussian()",
        "quasi(link = \"log\", variance = \"mu^2\")")),
    "svyglm(income ~ factor(sex), D, family = gaussian(link = \"log\"), start = c(1, 0, 0))",
    each("svyglm(incidents ~ factor(sex), D, family = quasipoisson(link = \"%s\"))",
      c("identity", "sqrt")),
    paste0("regTermTest(", terms, ", ~factor(age)",
      c("", ", df = Inf", ", method = \"LRT\"", ", method = \"WorkingWald\"",
        ", method = \"LRT\", df = Inf", ", method = \"LRT\", lrt.approximation = \"satterthwaite\"",
        ", method = \"WorkingWald\", lrt.approximation = \"integration\""), ")"),
    paste0("regTermTest(", terms, ", \"income\")"),
    paste0("confint(", terms, ", method = \"likelihood\")"),
    paste0("confint(", terms, ", \"sex\", level = 0.9)"),
    "svyranktest(income ~ factor(sex), D, test = function(r, N) sqrt(r / N))",
    "svypredmeans(svyglm(I(trust > 2) ~ income + sex, D, family = quasibinomial()), ~factor(age))",
    "svycontrast(svymean(~victim + trust, D), list(a = quote(log(trust)), b = quote(trust - victim)))",
    "svycontrast(svymean(~victim + trust, D), rbind(a = c(1, 0), b = c(0.5, -0.5)))",
    each("svyciprop(~I(trust > 99), D, method = \"%s\")", c("logit", "mean", "xlogit", "wilson")),
    "svyby(~income + trust, ~sex, D, svyquantile, quantiles = c(0.5, 0.9), ci = TRUE, vartype = \"ci\")",
    paste0("predict(", terms, ", newdata = data.frame(income = c(1, 2), age = c(2, 3), sex = c(1, 2)))"),
    "svymean(~share, update(D, share = incidents / (incidents + trust)))"))
