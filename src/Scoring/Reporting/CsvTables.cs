using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using Scoring.Evaluating;
using Scoring.Indexing;
using Scoring.Storage;

namespace Scoring.Reporting;

/// <summary>Writes the result tables as CSV. Text that a spreadsheet would run as a formula is guarded.</summary>
internal static class CsvTables
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=@+-\t\r＝＠＋－");
    private static readonly SearchValues<char> SignsOfNumbers = SearchValues.Create("0123456789.+-eE");

    /// <returns>What a person will read of the claims.</returns>
    public static ClaimDigest WriteClaims(ScoringResult result, ReportOptions options, Stream stream, CancellationToken cancellation = default)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(
        [
            "item", "value", "credibility", "low", "high", "weight_db", "rank", "supports", "denies", "origins", "voices",
            "confidence", "credibility_code", "icd203",
        ]);
        var (corpus, digest) = (result.Evidence.Corpus, new ClaimDigest(result, options));
        ReadOnlySpan<ItemBlock> blocks = result.ClaimList.Blocks;
        for (int first = 0, last; first < blocks.Length; first = last)
        {
            last = first + 1;
            if (ClaimList.IsLarge(corpus, blocks[first]))
            {
                // On a thread of its own all of its text would wait in memory.
                WriteBlock(csv, blocks[first]);
                continue;
            }

            while (last < blocks.Length && !ClaimList.IsLarge(corpus, blocks[last]))
            {
                last++;
            }

            csv.ParallelWrite(blocks[first..last].ToArray(), WriteBlock);
        }

        return digest;

        void WriteBlock(CsvWriter part, ItemBlock block)
        {
            cancellation.ThrowIfCancellationRequested();
            result.ClaimList.Visit(block, claims =>
            {
                WriteClaims(corpus, claims, part);
                digest.Add(claims);
            });
        }
    }

    private static void WriteClaims(Corpus corpus, ReadOnlySpan<ClaimFigures> claims, CsvWriter csv)
    {
        foreach (ref readonly var claim in claims)
        {
            WriteText(csv, corpus.Items.Utf8(corpus.ItemOfClaim[claim.Index]));
            WriteText(csv, corpus.Values.Utf8(corpus.ValueOfClaim[claim.Index]));
            csv.WriteField(claim.Credibility);
            csv.WriteField(claim.Low);
            csv.WriteField(claim.High);
            csv.WriteField(claim.WeightDb);
            csv.WriteField(claim.Rank);
            csv.WriteField(claim.Supports);
            csv.WriteField(claim.Denies);
            csv.WriteField(claim.Origins);
            csv.WriteField(claim.Voices);
            csv.WriteField(Names.Of(claim.Confidence));
            csv.WriteField((int)claim.CredibilityCode);
            csv.WriteField(claim.Icd203);
            csv.EndRecord();
        }
    }

    public static void WriteSources(ScoringResult result, Stream stream, CancellationToken cancellation)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(["source", "type", "affiliation", "reliability", "low", "high", "letter", "assertions", "agreed", "weight_db"]);
        csv.ParallelWrite(result.SourceList.Blocks, (part, block) =>
        {
            cancellation.ThrowIfCancellationRequested();
            for (var source = block.Start.Value; source < block.End.Value; source++)
            {
                WriteSource(result.SourceList[source], part);
            }
        });
    }

    private static void WriteSource(SourceScore source, CsvWriter csv)
    {
        WriteText(csv, source.Source);
        WriteText(csv, source.Type);
        WriteText(csv, source.Affiliation ?? "");
        csv.WriteField(source.Reliability);
        csv.WriteField(source.Low);
        csv.WriteField(source.High);
        csv.WriteField(source.Letter.ToString());
        csv.WriteField(source.Assertions);
        csv.WriteField(source.Agreed);
        csv.WriteField(source.WeightDb);
        csv.EndRecord();
    }

    public static void WriteBreakdown(ScoringResult result, IReadOnlyList<ClaimScore> claims, Stream stream, CancellationToken cancellation)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(["item", "value", "step", "factor", "source", "weight_db", "cumulative_db", "credibility_after", "detail"]);
        foreach (var claim in claims.UnlessStopped(cancellation))
        {
            foreach (var (index, step) in result.Explain(claim).Index())
            {
                WriteText(csv, claim.Item);
                WriteText(csv, claim.Value);
                csv.WriteField(index + 1);
                csv.WriteField(Names.Of(step.Factor));
                WriteText(csv, step.Source ?? "");
                csv.WriteField(step.WeightDb);
                csv.WriteField(step.CumulativeDb);
                csv.WriteField(step.CredibilityAfter);
                WriteText(csv, step.Detail);
                csv.EndRecord();
            }
        }
    }

    public static void WriteReliability(Evaluation evaluation, Stream stream)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(["low", "high", "items", "mean_credibility", "share_right", "share_low", "share_high"]);
        foreach (var bin in evaluation.Reliability)
        {
            csv.WriteField(bin.Low);
            csv.WriteField(bin.High);
            csv.WriteField(bin.Items);
            WriteNumber(csv, bin.MeanCredibility);
            WriteNumber(csv, bin.ShareRight);
            csv.WriteField(bin.ShareLow);
            csv.WriteField(bin.ShareHigh);
            csv.EndRecord();
        }
    }

    private static void WriteNumber(CsvWriter csv, double? number)
    {
        if (number is { } value)
        {
            csv.WriteField(value);
        }
        else
        {
            csv.WriteField("");
        }
    }

    public static void WritePanel(ScoringResult result, PanelResult panel, Stream stream, CancellationToken cancellation)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(["item", "value", "method", "credibility", "agrees"]);
        foreach (var claim in result.Claims.UnlessStopped(cancellation))
        {
            var (credibility, agreeing) = (panel.CredibilityOf(claim), panel.RankedFirstBy(claim));
            foreach (var (index, method) in panel.Methods.Index())
            {
                WriteText(csv, claim.Item);
                WriteText(csv, claim.Value);
                csv.WriteField(method.Name);
                csv.WriteField(credibility[index]);
                csv.WriteField(agreeing.Contains(method.Name, StringComparer.Ordinal) ? 1 : 0);
                csv.EndRecord();
            }
        }
    }

    /// <summary>A text, guarded if a spreadsheet would run it. A plain signed number is no formula, and must join with the input. What looks guarded is guarded once more, so that no two texts become one.</summary>
    /// <remarks>The writer's own guard looks at every number too, for which most fields here need none.</remarks>
    private static void WriteText(CsvWriter csv, string text)
    {
        var start = text.AsSpan().TrimStart('\'');
        if (start.Length > 0 && FormulaStarts.Contains(start[0]) && !IsPlainNumber(text))
        {
            csv.WriteField($"'{text}", CsvQuoting.Always);
            return;
        }

        csv.WriteField(text);
    }

    /// <summary>The same, from UTF-8: what begins with a letter or a digit needs no second look.</summary>
    private static void WriteText(CsvWriter csv, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 0 && char.IsAsciiLetterOrDigit((char)utf8[0]))
        {
            csv.WriteField(utf8);
            return;
        }

        WriteText(csv, Encoding.UTF8.GetString(utf8));
    }

    /// <summary>Whether a text is a number with or without a sign, decimals and an exponent, and nothing that a spreadsheet would reckon with.</summary>
    private static bool IsPlainNumber(string text) =>
        !text.AsSpan().ContainsAnyExcept(SignsOfNumbers)
        && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
