using System.Text;

namespace Scoring.Calibrating;

/// <summary>Splits items into parts that do not depend on which other items there are, nor on their order.</summary>
internal static class Folds
{
    public const int Count = 5;

    /// <summary>The part of an item, from 0: by the FNV-1a hash of its id in UTF-8.</summary>
    public static int Of(string item)
    {
        const ulong offset = 14695981039346656037, prime = 1099511628211;
        var hash = offset;
        foreach (var unit in Encoding.UTF8.GetBytes(item))
        {
            hash = unchecked((hash ^ unit) * prime);
        }

        return (int)((hash >> 32 ^ hash) % Count);
    }
}
