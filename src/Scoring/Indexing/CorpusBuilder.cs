using Scoring.Reading;

namespace Scoring.Indexing;

/// <summary>Turns rows in any order into the one corpus that they describe.</summary>
internal static class CorpusBuilder
{
    /// <summary>Indexes the rows.</summary>
    /// <param name="table">The assertions, in any order.</param>
    /// <param name="declarations">What is known of sources; at most one for each.</param>
    /// <param name="relations">Relations between claims; claims they name that nobody asserts become claims too.</param>
    /// <param name="log">Receives warnings.</param>
    /// <param name="numeric">Whether values that are numbers are measurements.</param>
    /// <param name="tolerance">How far apart numbers are one claim.</param>
    public static Corpus Build(
        AssertionTable table, IReadOnlyList<SourceDeclaration> declarations, IReadOnlyList<RelationDeclaration> relations, ReadingLog log,
        NumericValues numeric = NumericValues.Off, Tolerance tolerance = default)
    {
        log.WarnOfEach(
        [
            .. relations.SelectMany(relation => (string[])[relation.Item, relation.OtherItem])
                .Where(item => table.Items.Find(item) < 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(item => $"relations: nothing is asserted of item '{Shortened.Text(item)}': its score rests on relations alone"),
        ]);

        var valuesOfRows = table.Values.Count;
        var relationEnds = new (int Item, int Value)[2 * relations.Count];
        for (var i = 0; i < relations.Count; i++)
        {
            relationEnds[2 * i] = (table.Items.Add(relations[i].Item), table.Values.Add(relations[i].Value));
            relationEnds[(2 * i) + 1] = (table.Items.Add(relations[i].OtherItem), table.Values.Add(relations[i].OtherValue));
        }

        var variants = new YesNoVariants(table, valuesOfRows);
        var denied = LabelSetSearch.DeniedTheirOpposite(table);
        foreach (var opposite in denied)
        {
            table.Values.Add(opposite);
        }

        var items = TextRanking.Of(table.Items, table.Store);
        var sources = SourceIndex.Of(table, declarations);
        var values = TextRanking.Of(table.Values, table.Store, YesNo.Word, table.Value);
        var words = Ranking.Of(table.Words, table.Store);
        var ends = Array.ConvertAll(relationEnds, end => (Item: items.Rank[end.Item], Value: values.Rank[end.Value]));

        var unsaid = relationEnds.Where(end => end.Value >= valuesOfRows).Select(end => values.Rank[end.Value]).ToHashSet();
        var mayMerge = variants.MayOccur || (numeric != NumericValues.Off && values.Texts.Any(text => NumberText.TryParse(text, out _)));
        var rows = new RowOrder(table, items, values, sources, words) { KeepsTable = mayMerge }.Sorted();
        var claims = ClaimIndex.Of(rows.FirstRow, rows.Keys, ends, table.Store);
        var labels = LabelSetSearch.Of(claims, values.Texts, [], denied, table.Store);
        var isNumeric = NumberColumn.ItemsOf(claims, values.Texts, numeric, labels, table.Store.ThreadLimit, item => items.Texts[item], log.Warnings);
        if (DecimalCommas.InWords(claims, values.Texts, items.Texts, numeric, table.Store.ThreadLimit) is { } commas)
        {
            log.Warnings.Add(commas);
        }

        var numbers = NumberColumn.Merged(claims, values.Texts, isNumeric, tolerance, table.Store.ThreadLimit);
        var merged = variants.Merged(claims, values) is { Count: > 0 } yesNo ? numbers.Concat(yesNo).ToDictionary() : numbers;
        if (merged.Count > 0)
        {
            rows.Release();
            rows = new RowOrder(table, items, values, sources, words) { Merged = merged }.Sorted();
            ends = Array.ConvertAll(ends, end => (end.Item, merged.GetValueOrDefault(end, end.Value)));
            claims = ClaimIndex.Of(rows.FirstRow, rows.Keys, ends, table.Store);
        }
        else if (isNumeric.Length == 0 && tolerance != default)
        {
            log.Warnings.Add($"tolerance {tolerance}: the values are no measurements, so it has no effect");
        }

        if (merged.Count > 0 || isNumeric.Length > 0)
        {
            labels.Release();
            labels = LabelSetSearch.Of(claims, values.Texts, isNumeric, denied, table.Store);
        }

        var unnamed = LabelSetSearch.UnnamedHypotheses(claims, values.Texts, labels, table.Store);
        log.WarnOfEach(
        [
            .. ends.Distinct().Where(IsNewAnswer).Order().Select(end =>
                $"relations: nobody names '{Shortened.Text(values.Texts[end.Value])}' on item '{Shortened.Text(items.Texts[end.Item])}', where others are named: it is one more answer to it unless misspelt"),
        ]);

        RelationConflicts.Warn([.. relations.Select((relation, index) => (ends[2 * index], relation.Kind, ends[(2 * index) + 1]))], items.Texts, values.Texts, log);
        var corpus = new Corpus
        {
            Store = table.Store,
            Items = items.Texts,
            Sources = sources.Ids,
            Values = values.Texts,
            FirstClaim = claims.FirstClaim,
            ItemOfClaim = claims.ItemOfClaim,
            ValueOfClaim = claims.ValueOfClaim,
            FirstAssertion = claims.FirstAssertion,
            SourceOfAssertion = rows.SourceOfRows(table.Store),
            Details = rows.Details(),
            Declarations = sources.Declarations,
            Relations = ClaimRelation.Merged(
                relations.Select((relation, index) => new ClaimRelation(Claim(ends[2 * index]), relation.Kind, Claim(ends[(2 * index) + 1]), relation.StrengthDb)), OtherAnswer),
            UnnamedHypotheses = unnamed,
            Labels = labels,
            Numbers = isNumeric.Length > 0 ? NumberColumn.Of(claims, values.Texts, isNumeric, tolerance, numbers, table.Store.ThreadLimit) : null,
            DuplicateRows = table.Count - rows.Count,
        };
        rows.Release();
        items.Rank.Release();
        values.Rank.Release();
        table.Release();
        log.Warnings.AddRange(new[] { SpellingVariants.InWords(corpus), SpellingVariants.OfNames(corpus.Sources, "source"), SpellingVariants.OfNames(corpus.Items, "item") }.OfType<string>());

        return corpus;

        int Claim((int Item, int Value) end) => claims.Find(end.Item, end.Value);

        int OtherAnswer(int claim)
        {
            var item = claims.ItemOfClaim[claim];
            return Corpus.OtherAnswer(claim, claims.FirstClaim[item], claims.FirstClaim[item + 1], unnamed[item]);
        }

        bool IsNewAnswer((int Item, int Value) end)
        {
            var (claim, first) = (Claim(end), claims.FirstClaim[end.Item]);
            return claims.FirstAssertion[claim] == claims.FirstAssertion[claim + 1] && claims.FirstAssertion[first] < claims.FirstAssertion[claims.FirstClaim[end.Item + 1]]
                && YesNo.Word(values.Texts[end.Value]) is null && (unsaid.Contains(end.Value) || labels.Of(end.Item)?.Values.Contains(end.Value) != true);
        }
    }
}
