#!/bin/sh
# Makes the reference that is shipped anew, figures only: baseline.sh CORPUS... The corpora are the training part of
# PolNeAR (https://github.com/networkdynamics/PolNeAR) and the articles of BASIL (https://github.com/launchnlp/BASIL),
# as tables whose rows have the article's text in "text". Metrics that such copies cannot show are left out: they have
# neither byline nor date line nor links.
set -eu

data=$(dirname "$0")/../crossread/data
file=us_politics_news_2010_2016.json
crossread baseline "$@" --quiet --output "$data/$file" \
    --name "US news reports on politics, 2010 to 2016" --of "news reports" \
    --note "English-language reports by American outlets, nearly all on US politics, as plain text without links, \
pictures or bylines: the training part of PolNeAR (Newell et al. 2018; seven outlets, 2015 and 2016) and BASIL (Fan et \
al. 2019; three outlets, 2010 to 2014). Reports from other countries, years or topics may differ for those reasons \
alone. Figures only; the texts are not part of crossread." \
    --without provenance
sum=$(sha256sum "$data/$file" | cut -d " " -f 1)
sed -i "/^  $file:/,/sha256:/s/sha256: .*/sha256: $sum/" "$data/PROVENANCE.yaml"
