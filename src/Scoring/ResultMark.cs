namespace Scoring;

/// <summary>Tells of which result a score is, without keeping the result. It is no part of what the score says: all marks are equal, so that scores of two results are compared by their figures.</summary>
/// <param name="Corpus">The mark of the corpus, of which each result has its own; <see langword="null"/> on what no result made.</param>
internal readonly record struct ResultMark(object? Corpus)
{
    public bool Equals(ResultMark other) => true;

    public override int GetHashCode() => 0;
}
