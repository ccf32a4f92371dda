import { useEffect, useState } from 'react';
import { useCall } from '../../../../api.ts';

/** A picture of the library for an `img`: its address, null while it is read; `isMissing` when the library has it no more. */
export function usePicture(imageId: string): { address: string | null; isMissing: boolean } {
  const { data, isError } = useCall('images.bytes', { id: imageId });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return setAddress(null);
    const made = URL.createObjectURL(new Blob([data.bytes.slice()], { type: data.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { address, isMissing: isError };
}
